import { readFile } from 'node:fs/promises'
import { fingerprintOf } from '@dj/api/collect/reading/fingerprint.ts'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import type { ImportReport } from '@dj/shared/collect/need/import.schema.ts'
import { expect } from 'vitest'
import { brought, rowOf, sheetOf, stored, test, workbook } from '../../support/imports.ts'
import { townSheet, workbookOf } from '../../support/workbook-of.ts'

const words = '想办一场消防演练'
const from = (contact: string, phone: string | number, body = words) => rowOf(body).with(6, contact).with(7, phone)

test('two people who say the same words on the same day about the same firm are two voices', async ({
  world,
  county,
}) => {
  const file = sheetOf(
    '柳市镇',
    from('陈厂长', 13800000101),
    from('林会计', 13800000102),
    from('陈厂长', 13800000103),
    from('', 13800000103),
    from('', ''),
  )
  const { counts, ledger } = await brought(county, file)
  expect(counts).toMatchObject({ rows: 5, create: 5, known: 0, repeated: 0, refused: 0 })
  expect(ledger.create).toEqual([{ sheet: '柳市镇', rows: '4-8' }])
  expect([await stored(world, 'needs'), await stored(world, 'contacts')]).toEqual([5, 4])
  const second = sheetOf('柳市镇', from('王主任', 13800000104))
  expect((await brought(county, second)).counts).toMatchObject({ create: 1, known: 0 })
})

test('the same words twice in one file without a contact are two voices, and stay two when the file comes again', async ({
  world,
  county,
}) => {
  const file = sheetOf('柳市镇', rowOf(words), rowOf('想办一场 消防演练。'))
  expect((await brought(county, file)).counts).toMatchObject({ create: 2, known: 0, repeated: 0 })
  const again = await brought(county, file)
  expect(again.counts).toMatchObject({ rows: 2, create: 0, known: 2 })
  expect(new Set(again.rows.map(({ needId }) => needId)).size).toBe(2)
  expect(await stored(world, 'needs')).toBe(2)
})

test('a row that repeats another with its contact is named as such, and never silently left out', async ({
  world,
  county,
}) => {
  const file = sheetOf('柳市镇', from('陈厂长', 13800000101), rowOf('别的'), from(' 陈厂长', '138 0000 0101'))
  for (const dryRun of [true, false]) {
    const report = await brought(county, file, {}, dryRun)
    expect(report.counts).toMatchObject({ rows: 3, create: 2, repeated: 1, refused: 0 })
    expect(report.ledger).toMatchObject({
      create: [{ sheet: '柳市镇', rows: '4-5' }],
      repeated: [{ sheet: '柳市镇', rows: '6' }],
    })
    expect(report.rows[2]).toMatchObject({ outcome: 'repeated', repeats: '柳市镇!4', needId: null })
  }
  expect(await stored(world, 'needs')).toBe(2)
  expect((await brought(county, file)).counts).toMatchObject({ create: 0, known: 3 })
})

test('a mended telephone number is a new voice that is shown beside the old one for a person to decide', async ({
  county,
}) => {
  const [old] = (await brought(county, sheetOf('柳市镇', from('陈厂长', 1380000010)))).rows
  const [mended] = (await brought(county, sheetOf('柳市镇', from('陈厂长', 13800000101)), {}, true)).rows
  expect(mended).toMatchObject({ outcome: 'create', duplicateOf: { needId: old?.needId, body: words } })
})

/** As rows were known before their contact counted. */
const earlierPrint = (row: {
  requesterName: string
  requesterKind: string
  body: string
  collectedOn: string | null
}) => fingerprintOf({ ...row, town: null, contactName: null, contactPhone: null })

test('what was brought in before contacts counted is still known after the migration', async ({ world, county }) => {
  const csv = new File(
    [
      '企业名称,需求主体,需求类别,需求内容,征集日期,联系人,联系电话\n',
      `某企业,企业,共抓,${words},2026-10-09,陈　厂长Ａ,0577-62000001转8\n`,
      '某企业,企业,共抓,想学直播,2026-10-09,,\n',
      '某企业,企业,共抓,想要夜班车,2026-10-09,,13800000101\n',
    ],
    '需求.csv',
  )
  const { rows } = await brought(county, csv)
  await world.deps.withTx(world.county.root.countyId, async (tx) => {
    for (const { needId, requesterName, requesterKind, body, collectedOn } of rows) {
      const print = earlierPrint({ requesterName, requesterKind: requesterKind ?? '', body, collectedOn })
      await tx.execute(sql`update need set import_fingerprint = ${print} where id = ${needId}`)
    }
  })
  await migrateAgain(world.url)
  expect((await brought(county, csv)).counts).toMatchObject({ rows: 3, create: 0, known: 3 })
})

async function migrateAgain(url: string): Promise<void> {
  const owner = postgres(url, { max: 1, onnotice: () => undefined })
  const file = new URL('../../../db/migrations/0013_voices_by_contact.sql', import.meta.url)
  for (const statement of (await readFile(file, 'utf8')).split('--> statement-breakpoint'))
    await owner.unsafe(statement)
  await owner.end()
}

test('the real workbook accounts for every row, by its number', async ({ county }) => {
  const { counts, ledger } = await brought(county, workbook(), {}, true)
  expect(counts.rows).toBe(45)
  expect(ledger.create).toEqual([
    { sheet: '柳市镇', rows: '4-8, 10-16' },
    { sheet: '虹桥镇', rows: '4-8, 10-15' },
    { sheet: '北白象镇', rows: '4-8, 10-13' },
    { sheet: '大荆镇', rows: '4-8, 10' },
    { sheet: '乐成街道', rows: '4-8, 10-11' },
  ])
})

test('what the same requester said is found across towns and files, and its telephone words are kept', async ({
  world,
  county,
}) => {
  const file = (name: string, ...sheets: [town: string, ...rows: ReturnType<typeof from>[]][]) =>
    workbook(new Uint8Array(workbookOf(sheets.map(([town, ...rows]) => townSheet(town, rows)))), name)
  const shown = ({ rows }: ImportReport) =>
    rows.map(({ outcome, duplicateOf, issues }) => [
      outcome,
      duplicateOf?.score ?? null,
      issues.flatMap(({ code, value }) => (code === 'import.same_elsewhere' ? value : [])).join(' '),
    ])
  const chen = from('陈厂长', '13800000101(短号665432)')
  const two = file('一.xlsx', ['柳市镇', chen], ['虹桥镇', chen, from('林会计', 13800000102), rowOf(words, '某企业乙')])
  expect(shown(await brought(county, two))).toEqual([
    ['create', null, ''],
    ['repeated', null, ''],
    ['create', 1, '柳市镇'],
    ['create', 1, ''],
  ])
  const next = file('二.xlsx', ['大荆镇', chen, from('王主任', 13800000104)], ['柳市镇', chen])
  expect(shown(await brought(county, next, {}, true))).toEqual([
    ['known', null, ''],
    ['create', 1, '柳市镇'],
    ['known', null, ''],
  ])
  const kept = sql`select phone, phone_words as words from need_contact order by phone`
  expect(await world.deps.withTx('330382', (tx) => tx.execute(kept))).toEqual([
    { phone: '13800000101', words: '13800000101(短号665432)' },
    { phone: '13800000102', words: null },
  ])
})
