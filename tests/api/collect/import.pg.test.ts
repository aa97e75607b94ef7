import { NeedPage, NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { expect } from 'vitest'
import { brought, rowOf, sheetOf, stored, nothingStored, test, workbook } from '../../support/imports.ts'

test('a trial says what every row of the real workbook would become, and stores nothing', async ({ world, county }) => {
  const report = await brought(county, workbook(), {}, true)
  expect(report).toMatchObject({
    dryRun: true,
    fileName: 'needs-2026Q4.xlsx',
    omitted: 0,
    counts: {
      rows: 45,
      create: 45,
      known: 0,
      refused: 0,
      duplicates: 3,
    },
  })
  expect(report.sheets.map(({ name, rows, skipped }) => [name, rows, skipped])).toEqual([
    ['填表说明', 0, 'instructions'],
    ...Object.entries({ 柳市镇: 12, 虹桥镇: 11, 北白象镇: 9, 大荆镇: 6, 乐成街道: 7 }).map(([name, rows]) => [
      name,
      rows,
      null,
    ]),
    ['字典', 0, 'hidden'],
  ])
  const pairs = report.rows.filter((row) => row.duplicateOf !== null)
  expect(pairs.map(({ key, duplicateOf }) => [key, duplicateOf?.key, duplicateOf?.needId])).toEqual([
    ['柳市镇!10', '柳市镇!8', null],
    ['虹桥镇!10', '虹桥镇!8', null],
    ['乐成街道!10', '乐成街道!8', null],
  ])
  expect(report.rows.every(({ needId }) => needId === null)).toBe(true)
  expect(report.rows.find(({ key }) => key === '大荆镇!6')?.issues).toMatchObject([
    { code: 'import.date_month_only', value: '2026.10' },
  ])
  await nothingStored(world)
})

test('the real workbook becomes its 45 needs, with town, words, contact, clock and an event each; twice is nothing twice', async ({
  world,
  county,
}) => {
  const first = await brought(county, workbook())
  expect(first).toMatchObject({ dryRun: false, counts: { create: 45, known: 0, refused: 0 } })
  expect(new Set(first.rows.map(({ needId }) => needId)).size).toBe(45)
  const again = await brought(county, workbook(undefined, '改名.xlsx'))
  expect(again).toMatchObject({ counts: { rows: 45, create: 0, known: 45, duplicates: 0 } })
  expect(again.rows.map(({ needId }) => needId)).toEqual(first.rows.map(({ needId }) => needId))
  expect([await stored(world, 'needs'), await stored(world, 'batches'), await stored(world, 'events')]).toEqual([
    45, 1, 46,
  ])
  const row = first.rows.find(({ key }) => key === '柳市镇!5')
  expect((await county.get(`/needs/${row?.needId}`)).as(NeedView)).toMatchObject({
    town: { name: '柳市镇' },
    requesterName: '某低压电器企业甲',
    requesterKind: 'worker',
    category: 'skills',
    channel: 'solicitation',
    collectedOn: '2026-10-09',
    state: 'received',
    respondBy: '2026-11-20T16:00:00.000Z',
    contact: {
      name: '林**',
      phone: '138****0102',
    },
    holder: expect.any(Object),
    organization: null,
  })
  expect((await county.get('/needs?q=%E5%BE%8B%E5%B8%AB')).as(NeedPage).total).toBe(2)
})

test('the same file sent twice at once creates nothing twice', async ({ world, county }) => {
  const reports = await Promise.all([brought(county, workbook()), brought(county, workbook())])
  expect(reports.map(({ counts }) => counts.create).toSorted()).toEqual([0, 45])
  expect(await stored(world, 'needs')).toBe(45)
})

test('a second click with the same key gets the same report', async ({ world, county }) => {
  const click = () => county.upload('/needs/import?dryRun=false', { file: workbook() }, { key: 'one-click-import' })
  const [first, second] = [await click(), await click()]
  expect(second.body).toEqual(first.body)
  expect(second.headers.get('idempotency-replayed')).toBe('true')
  expect(await stored(world, 'needs')).toBe(45)
})

test('of two alike rows the second voice is merged, joined or kept as decided, and never lost', async ({
  world,
  county,
}) => {
  const decisions = JSON.stringify({
    '柳市镇!10': 'merge',
    '虹桥镇!10': 'second',
    '乐成街道!10': 'keep',
    '柳市镇!4': 'merge',
  })
  const { rows } = await brought(county, workbook(), { decisions })
  const needOf = (key: string) => rows.find((row) => row.key === key)?.needId
  const mergedInto = async (key: string) => (await county.get(`/needs/${needOf(key)}`)).as(NeedView).mergedIntoId
  expect(await mergedInto('柳市镇!10')).toBe(needOf('柳市镇!8'))
  expect(await mergedInto('虹桥镇!10')).toBe(needOf('虹桥镇!8'))
  expect(await mergedInto('乐成街道!10')).toBe(null)
  expect(await mergedInto('柳市镇!4')).toBe(null)
  expect((await county.get('/needs')).as(NeedPage).total).toBe(43)
  expect(await stored(world, 'needs')).toBe(45)
  expect((await county.post(`/needs/${needOf('柳市镇!10')}/unmerge`)).as(NeedView).mergedIntoId).toBe(null)
})

const wages = ['加班工资算法看不懂，想请律师来讲一次劳动合同', '对加班工资计算有疑问，想请律师讲一次劳动合同']

test('a row that repeats a stored need of its town is shown beside it, and merged into it joins its orders', async ({
  world,
  county,
}) => {
  const [near, far] = world.county.towns
  const body = wages[0] ?? ''
  const need = await world.aNeed({ organization: world.county.farBranch, body, category: 'rights' })
  const order = await world.anOpenOrder({ needs: [need], owner: far, tier: 'B' })
  const file = sheetOf('柳市镇', rowOf(wages[1] ?? ''))
  const [row] = (await brought(county, file, {}, true)).rows
  expect(row?.duplicateOf).toMatchObject({ key: null, needId: need.id, body })
  expect((await brought(county, sheetOf(near.name, rowOf(wages[1] ?? '')), {}, true)).rows[0]?.duplicateOf).toBe(null)
  const applied = await brought(county, file, { decisions: JSON.stringify({ '柳市镇!4': 'merge' }) })
  const joined = (await county.get(`/needs/${applied.rows[0]?.needId}`)).as(NeedView)
  expect(joined).toMatchObject({ state: 'linked', mergedIntoId: need.id, orders: [{ id: order.id }] })
})

test('rows with errors are refused and named, the others applied; an organization is found by its name', async ({
  world,
  county,
}) => {
  const file = sheetOf(
    '城东街道',
    rowOf('想办一场消防演练', '正德电气有限公司'),
    rowOf('希望协调公寓', '某企业', '外星人'),
    rowOf('急', '某企业'),
  )
  const report = await brought(county, file)
  expect(report.counts).toMatchObject({ rows: 3, create: 1, refused: 2 })
  expect(
    report.rows.map(({ outcome, issues }) => [
      outcome,
      ...issues.filter(({ level }) => level === 'error').map(({ code }) => code),
    ]),
  ).toEqual([['create'], ['refused', 'import.kind_unknown'], ['refused', 'import.body_too_short']])
  const created = (await county.get(`/needs/${report.rows[0]?.needId}`)).as(NeedView)
  expect(created).toMatchObject({ organization: { id: world.county.enterprise.id }, town: { name: '城东街道' } })
})

test('without a calendar of the year the needs come in, and their deadlines wait for it', async ({ world, county }) => {
  world.clock.set('2026-12-31T02:00:00Z')
  const { rows } = await brought(county, workbook())
  expect(rows.filter(({ needId }) => needId !== null)).toHaveLength(45)
  const [first] = (await county.get('/needs?limit=1')).as(NeedPage).items
  expect(first).toMatchObject({ state: 'received', respondBy: null })
})
