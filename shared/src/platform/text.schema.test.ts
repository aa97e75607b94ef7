import { expect, test } from 'vitest'
import { text, wholeNumber } from './text.schema.ts'

const accepts = (words: string) => text(1, 40).safeParse(words).success

test('what disguises a text is refused: control characters, every bidi control, half of a surrogate pair', () => {
  const disguises = [
    '\u0000',
    '\u0007',
    '\u0085',
    '\u061C',
    '\u200E',
    '\u200F',
    '\u202E',
    '\u2066',
    '\uD800',
    '\uDC00\uD800',
    '\uFEFF',
    '\u{E0041}',
    'a\u0300\u0301\u0302\u0303\u0304',
  ]
  expect(disguises.filter((each) => accepts(`电工${each}夜校`))).toEqual([])
})

test('what shows nothing is empty, whatever it is made of', () => {
  const blanks = ['\u200B', '\u3164', '\u2060\u200D', '\u2800', '\u00AD \u3000', '\uFE0F']
  expect(blanks.filter(accepts)).toEqual([])
  expect(text(0, 40).parse('\u200B \u3164')).toBe('')
})

test('a whole number in an address is digits and nothing else', () => {
  const read = (typed: unknown) => wholeNumber(1, 100).safeParse(typed).success
  expect(['0x10', '1e1', '', ' 5', '+5', '5.0', '-1', '0', '101', '５'].filter(read)).toEqual([])
  expect(['1', '100', 20].filter(read)).toEqual(['1', '100', 20])
})

test('what people write stays: line breaks, tabs, rare characters, emoji with joiners, and composed letters', () => {
  expect(['一\n二\t三', '𠮷野家', '👩‍🔧', 'é'].filter((each) => !accepts(each))).toEqual([])
  expect(text(1, 40).parse(' e\u0301 ')).toBe('\u00e9')
})
