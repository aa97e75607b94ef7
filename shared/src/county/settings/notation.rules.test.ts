import { expect, test } from 'vitest'
import { followsNotation, Notation } from './notation.rules.ts'

const lottery = '## ## ## ## ## ## + ##'

test('a notation says every character: digits as #, between them one sign or blank, and enough digits to be a surprise', () => {
  for (const sound of [lottery, '######', '##,###.##', '##-##/##']) expect(Notation.safeParse(sound).success).toBe(true)
  for (const vague of ['', '###', '##  ##', ' ####', '#### ', '####,', '两位数', '01 02', '####\n', '＃＃＃＃'])
    expect(Notation.safeParse(vague).success).toBe(false)
})

test('a value follows it letter by letter, or not at all', () => {
  expect(followsNotation('03 07 11 22 28 31 + 09', lottery)).toBe(true)
  const others = [
    '3 7 11 22 28 31 + 9',
    '03,07,11,22,28,31+09',
    '03 07 11 22 28 31 + 09 ',
    '０３ 07 11 22 28 31 + 09',
    '',
  ]
  for (const other of others) expect(followsNotation(other, lottery)).toBe(false)
  expect(followsNotation('12x345y67', '##,###.##')).toBe(false)
})
