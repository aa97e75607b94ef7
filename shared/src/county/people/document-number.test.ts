import { expect, test } from 'vitest'
import { DocumentNumber, isDocumentNumber } from './document-number.ts'

test.each(['330382199001011237', '11010519491231002X'])('%s is a number somebody can have', (number) => {
  expect(isDocumentNumber(number)).toBe(true)
})

test.each([
  ['a wrong check character', '330382199001011238'],
  ['a day that does not exist', '330382199002301237'],
  ['fifteen digits', '330382900101123'],
  ['a letter within', '33038219900101A237'],
])('%s is refused', (_, number) => {
  expect(isDocumentNumber(number)).toBe(false)
})

test('a small x and blanks around it are read alike', () => {
  expect(DocumentNumber.parse(' 11010519491231002x ')).toBe('11010519491231002X')
})
