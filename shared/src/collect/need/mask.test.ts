import { expect, test } from 'vitest'
import { maskName, maskPhone } from './mask.ts'

test.each([
  ['13800000101', '138****0101'],
  ['0577-62000001', '0577****0001'],
  ['057762000001-8012', '0577****0001'],
  ['+8613800000101', '+86****0101'],
  ['62000001', '****01'],
  ['60123', '****'],
])('of the number %s only %s is shown', (phone, shown) => expect(maskPhone(phone)).toBe(shown))

test('of a name the family name is shown, of an uncommon character all of it', () => {
  expect(maskName('陈国强')).toBe('陈**')
  expect(maskName('𠮷田')).toBe('𠮷**')
})
