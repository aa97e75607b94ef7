import { describe, expect, test } from 'vitest'
import { Phone } from '@dj/shared/county/people/phone.ts'
import { readPhone } from './read-phone.ts'

const certain = (phone: string | null) => ({ phone, issues: [] })

describe('numbers that mean one thing', () => {
  test.each<[string | number, string]>([
    [13800000101, '13800000101'],
    ['138 0000 0102', '13800000102'],
    ['138-0000-0102', '13800000102'],
    ['１３８００００0２０４', '13800000204'],
    ['+86 138 0000 0102', '13800000102'],
    ['0086-13800000102', '13800000102'],
    ['8613800000102', '13800000102'],
    ['\u200B13800000102 ', '13800000102'],
    ["'13800000102", '13800000102'],
    ['="13800000102"', '13800000102'],
    ['手机：13800000102（同微信）', '13800000102'],
    ['0577-62000001', '057762000001'],
    ['0577—62000001', '057762000001'],
    ['(0577)62000001', '057762000001'],
    ['（0577）6200 0001', '057762000001'],
    ['057762000001', '057762000001'],
    ['010-12345678', '01012345678'],
    ['+86-577-62000001', '057762000001'],
    ['0577-62000001-8021', '057762000001-8021'],
    ['0577-62000001转8021', '057762000001-8021'],
    ['0577-62000001 分机 8021', '057762000001-8021'],
    ['0577-62000001 ext.8021', '057762000001-8021'],
    ['400-800-1234', '4008001234'],
    ['4008001234', '4008001234'],
    ['12345', '12345'],
    ['13800009001.0', '13800009001'],
    ['13800000102(短号665432)', '13800000102'],
    ['13800000102（虚拟网：665432）', '13800000102'],
    ['0577-61551234 内线 8001', '057761551234-8001'],
    ['86-577-61551234', '057761551234'],
    ['86-13800000102', '13800000102'],
    ['微信13800000102', '13800000102'],
    ['13800000102 微信chen123456', '13800000102'],
  ])('%s', (cell, phone) => {
    expect(readPhone(cell)).toMatchObject(certain(phone))
    expect(Phone.safeParse(phone).success).toBe(true)
  })

  test.each(['', '  ', '无', '匿名', '不愿透露', '保密', '-', '／', '——', null, undefined, 0])(
    '%s is nobody to call',
    (cell) => {
      expect(readPhone(cell)).toMatchObject(certain(null))
    },
  )
})

describe('numbers that need a look', () => {
  test('a landline typed as a number lost its zero; it is put back and said', () => {
    expect(readPhone(57762000001)).toMatchObject({ phone: '057762000001', issues: ['import.phone_zero_restored'] })
    expect(readPhone(1062000001)).toMatchObject({ phone: '01062000001', issues: ['import.phone_zero_restored'] })
    expect(readPhone('577-62000001').issues).toEqual(['import.phone_zero_restored'])
  })

  test('a local number is kept as it is', () => {
    expect(readPhone(62000001)).toMatchObject({ phone: '62000001', issues: ['import.phone_no_area_code'] })
    expect(readPhone('62000001转12').phone).toBe('62000001-12')
  })

  test.each([
    '13800000101、13800000102',
    '13800000101/0577-62000001',
    '13800000101，13800000102；13800000103',
    '13800000101 13800000102',
    '13800000101\n13800000102',
    '13800000101或13800000102',
    '1380000010113800000102',
    '13800000101 0577-62000001',
  ])('of several the first is taken: %s', (cell) => {
    expect(readPhone(cell)).toMatchObject({ phone: '13800000101', issues: ['import.phone_several'] })
  })

  test.each<[string | number | boolean | Date, string | null, string]>([
    ['1380000010', '1380000010', 'import.phone_odd'],
    ['138000001011', '138000001011', 'import.phone_odd'],
    ['661234', '661234', 'import.phone_odd'],
    ['+852 2345 6789', '+85223456789', 'import.phone_odd'],
    ['119', null, 'import.phone_odd'],
    ['138****0101', null, 'import.phone_masked'],
    ['138xxxx0101', null, 'import.phone_masked'],
    ['1.38E+10', null, 'import.phone_unreadable'],
    ['找门卫', null, 'import.phone_unreadable'],
    ['微信chen123456', null, 'import.phone_unreadable'],
    ['QQ：123456789', null, 'import.phone_unreadable'],
    ['57762550032.0', '057762550032', 'import.phone_zero_restored'],
    [true, null, 'import.phone_unreadable'],
    [new Date('2026-10-09T00:00:00Z'), null, 'import.phone_unreadable'],
    [1e21, null, 'import.phone_unreadable'],
  ])('%s', (cell, phone, code) => expect(readPhone(cell)).toMatchObject({ phone, issues: [code] }))
})

test.each<[string | number, string | null]>([
  ['13800000102(短号665432)', '13800000102(短号665432)'],
  ['0577-61551234 内线 8001', '0577-61551234 内线 8001'],
  ['86-577-61551234', '86-577-61551234'],
  ['13800009001.0', '13800009001.0'],
  ['微信chen123456', '微信chen123456'],
  ['13800000101、13800000102', '13800000101、13800000102'],
  ['138****0101', '138****0101'],
  ['138 0000 0102', null],
  ['(0577)6200-0001', null],
  ['0577-62000001-8021', null],
  [13800000101, null],
  ['不愿透露', null],
  ['/', null],
])('beside the number the words are kept as typed where they say more: %s', (cell, words) => {
  expect(readPhone(cell).words).toBe(words)
})
