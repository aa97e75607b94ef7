import { readFile } from 'node:fs/promises'
import { issueLevels } from '@dj/api/collect/reading/rows/issue.ts'
import { type NeedsReading, readNeeds } from '@dj/api/collect/reading/read-needs.ts'
import { fileRefusals } from '@dj/api/collect/reading/unreadable-file.ts'
import { Channel, RequesterKind, Urgency } from '@dj/shared/collect/need/need.schema.ts'
import { Phone } from '@dj/shared/county/people/phone.ts'
import { Category } from '@dj/shared/county/settings/category.ts'
import { text } from '@dj/shared/platform/text.schema.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { zipOf } from '../../support/package-of.ts'
import { needHeader, partsOf, type SampleCell, townSheet, workbookOf } from '../../support/workbook-of.ts'

const context = { reference: '2026-11-21' }
const real = await readFile(new URL('../../../api/src/main/demo/data/needs-2026Q4.xlsx', import.meta.url))
const patient = { timeout: 120_000 }

/** What a verb may rely on, whatever was uploaded. */
const Proposed = z.strictObject({
  sheet: z.string(),
  row: z.int().min(1),
  town: z.string().nullable(),
  requesterName: text(1, 80),
  requesterKind: RequesterKind,
  category: Category,
  body: text(2, 2000),
  urgency: Urgency,
  channel: Channel,
  collectedOn: z.iso.date().nullable(),
  collectedPrecision: z.enum(['day', 'month']),
  contactName: text(1, 40).nullable(),
  contactPhone: Phone.nullable(),
  phoneWords: text(1, 200).nullable(),
  anonymous: z.boolean(),
  remark: text(1, 1000).nullable(),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
})

function expectSound(reading: NeedsReading): void {
  if (reading.kind === 'refused') return expect(fileRefusals).toContain(reading.code)
  for (const row of reading.rows) {
    const hasError = row.issues.some((issue) => issue.level === 'error')
    expect(hasError).toBe(row.outcome === 'refused')
    expect(row.issues.every((issue) => issueLevels[issue.code] === issue.level)).toBe(true)
    if (row.outcome === 'proposed') expect(Proposed.parse(row.need)).toEqual(row.need)
  }
}

describe('whatever is uploaded, the answer is definite', patient, () => {
  test('any bytes', async () => {
    const magic = fc.constantFrom('', 'PK\u0003\u0004', 'PK\u0005\u0006', '需求内容,企业名称,主体\n')
    await fc.assert(
      fc.asyncProperty(
        magic,
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('a.xlsx', 'a.csv', ''),
        async (start, bytes, name) => {
          expectSound(await readNeeds(Buffer.concat([Buffer.from(start), bytes]), name, context))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('a real workbook with some bytes changed', async () => {
    const change = fc.tuple(fc.nat(real.length - 1), fc.integer({ min: 0, max: 255 }))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = Buffer.from(real)
        for (const [at, value] of changes) bytes[at] = value
        expectSound(await readNeeds(bytes, 'a.xlsx', context))
      }),
      { numRuns: 300 },
    )
  })

  test('a workbook whose sheet, styles or directory of sheets is spoilt', async () => {
    const parts = partsOf(
      [townSheet('柳市镇', [[1, '某企业', '企业', '共融', '想贷款', 46304, '陈厂长', 13800000101]])],
      { styles: '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>' },
    )
    const token = fc.constantFrom(
      '',
      '<',
      '>',
      '"',
      '</row>',
      '<row r="9">',
      '<c r="ZZZ1">',
      '<c',
      't="s"',
      '<v>',
      '&#x110000;',
      '&amp',
      '<![CDATA[',
      '<!--',
      '-1',
      '1e999',
      '_x0000_',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.nat(parts.length - 1),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(40),
        token,
        async (which, where, length, insert) => {
          const spoilt = parts.map((part, index) => {
            const content = String(part.content)
            const at = Math.floor(where * content.length)
            return index === which
              ? { ...part, content: content.slice(0, at) + insert + content.slice(at + length) }
              : part
          })
          expectSound(await readNeeds(zipOf(spoilt), 'a.xlsx', context))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('words that show nothing, or something else than they say, are refused by row', async () => {
    const row = (body: string): SampleCell[] => [1, '某企业', '企业', '共融', body, 46304, '陈厂长', 13800000101, '']
    for (const body of ['好\u{E0041}的事', '\u3164\u3164', 'a\u0300\u0301\u0302\u0303\u0304 很想办'])
      expectSound(await readNeeds(workbookOf([townSheet('柳市镇', [row(body)])]), 'a.xlsx', context))
  })

  test('any cells in a proper sheet', async () => {
    const word = fc.constantFrom(
      '企业',
      '职工',
      '热线',
      '紧急',
      '共融',
      '2026.10.9',
      '10月12日',
      '合计',
      '匿名',
      '138 0000 0101',
      '=1+1',
      '#REF!',
      '-',
    )
    const cell = fc.oneof<fc.Arbitrary<SampleCell>[]>(
      word,
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.double(),
      fc.integer(),
      fc.constant(null),
    )
    const plausible: SampleCell[] = [1, '某企业', '企业', '共融', '想贷款', 46304, '陈厂长', 13800000101, '']
    const changes = fc.array(fc.tuple(fc.nat(needHeader.length - 1), cell), { maxLength: 5 })
    const row = changes.map((each) => each.reduce((cells, [at, value]) => cells.with(at, value), plausible))
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
        expectSound(await readNeeds(workbookOf([townSheet('柳市镇', rows)]), 'a.xlsx', context))
      }),
      { numRuns: 500 },
    )
  })
})
