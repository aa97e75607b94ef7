import { fingerprintOf } from '@dj/api/collect/reading/fingerprint.ts'
import { readDate } from '@dj/api/collect/reading/dates/read-date.ts'
import { readNeeds } from '@dj/api/collect/reading/read-needs.ts'
import { readPhone } from '@dj/api/collect/reading/contact/read-phone.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { needHeader, workbookOf } from '../../support/workbook-of.ts'

const context = { reference: '2026-11-21' }

const civilDay = fc
  .date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2026-11-20T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('what is meant is read, however it is written', () => {
  test('a day in every notation', () => {
    const hints = { quarter: undefined, reference: '2026-11-21', date1904: false }
    fc.assert(
      fc.property(civilDay, (on) => {
        const [year = 0, month = 0, day = 0] = on.split('-').map(Number)
        const serial = Math.round(Date.parse(on) / 86_400_000) + 25_569
        const forms = [
          on,
          `${year}.${month}.${day}`,
          `${year}/${month}/${day}`,
          `${year}年${month}月${day}日`,
          `${year} 年${month}月 ${day}号`,
          on.replaceAll('-', ''),
          serial,
          new Date(on),
        ]
        for (const form of forms) expect(readDate(form, hints)).toEqual({ on, precision: 'day', issues: [] })
        expect(readDate(serial - 1462, { ...hints, date1904: true }).on).toBe(on)
        const titled = { ...hints, quarter: { year, months: [1, 12] as const } }
        for (const form of [`${month}月${day}日`, `${month}.${day}`, `${month}/${day}`])
          expect(readDate(form, titled)).toEqual({ on, precision: 'day', issues: [] })
      }),
    )
  })

  test('a mobile number in every spacing and width', () => {
    const mobile = fc
      .tuple(fc.constantFrom('3', '5', '7', '8', '9'), fc.stringMatching(/^\d{9}$/))
      .map(([second, rest]) => `1${second}${rest}`)
    const mark = fc.constantFrom('', ' ', '-', '\u00A0', ' - ')
    fc.assert(
      fc.property(
        mobile,
        mark,
        fc.constantFrom('', '+86', '0086 ', '手机：'),
        fc.boolean(),
        (digits, between, before, wide) => {
          const spaced = `${before}${digits.slice(0, 3)}${between}${digits.slice(3, 7)}${between}${digits.slice(7)}`
          const typed = wide
            ? spaced.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
            : spaced
          expect(readPhone(typed)).toMatchObject({ phone: digits, issues: [] })
          expect(readPhone(Number(digits))).toMatchObject({ phone: digits, issues: [] })
        },
      ),
    )
  })

  test('the fingerprint survives re-typing: spaces and punctuation put anywhere between words', () => {
    const words = fc.array(fc.stringMatching(/^[\u4e00-\u9fa5]{1,8}$/), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(
        words,
        fc.constantFrom('，', '。', ' ', '\n', '、', '——', '“'),
        civilDay,
        (parts, mark, collectedOn) => {
          const contact = { contactName: null, contactPhone: '13800000101' }
          const need = { town: '柳市镇', requesterName: '某企业', requesterKind: 'worker', collectedOn, ...contact }
          expect(fingerprintOf({ ...need, body: parts.join(mark) })).toBe(
            fingerprintOf({ ...need, body: parts.join('') }),
          )
        },
      ),
    )
  })

  test('the same table as a workbook and as a CSV file gives the same needs', { timeout: 120_000 }, async () => {
    const body = fc
      .string({ minLength: 2, maxLength: 60 })
      .filter((each) => !/[^\u0020-\uffff]/.test(each) && /[^\s"]{2}/.test(each))
    const line = fc
      .tuple(body, civilDay)
      .map(([words, on]) => [1, '某企业', '企业', '共融', words, on, '陈厂长', '13800000101', ''])
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (rows) => {
        const csv = [needHeader, ...rows]
          .map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(','))
          .join('\n')
        const book = await readNeeds(workbookOf([{ name: '柳市镇', rows: [needHeader, ...rows] }]), 'a.xlsx', context)
        const sheet = await readNeeds(Buffer.from(csv), '柳市镇.csv', context)
        expect(book).toEqual(sheet)
      }),
      { numRuns: 100 },
    )
  })
})
