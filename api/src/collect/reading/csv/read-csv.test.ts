import { must } from '@dj/shared/platform/assert.ts'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readNeeds } from '../read-needs.ts'

const context = { reference: '2026-11-21', knownTowns: ['柳市镇', '虹桥镇'] }
const csv = [
  '乐清市2026年第四季度党建需求征集汇总表,,,,,,,,',
  '序号,镇街,企业名称,需求主体,需求类别,需求内容,征集日期,联系人,联系电话',
  '1,柳市镇,某企业,企业,共融,"回款慢，""急需""贷款，\n第二行也是原话",10月12日,陈厂长,0577-62000001',
  '',
  '2,虹桥镇,某企业乙㐀,职工,其他,想开通接驳车,2026.10,匿名,',
  '合计,,,,,2条,,,',
].join('\r\n')

const bodies = (reading: Awaited<ReturnType<typeof readNeeds>>) =>
  reading.kind === 'read' ? reading.rows.map((row) => row.need.body) : reading.code

test.each<[string, Uint8Array]>([
  ['UTF-8', Buffer.from(csv)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${csv}`)],
  ['GB18030', iconv.encode(csv, 'gb18030')],
  ['UTF-16 as Excel’s Unicode text', iconv.encode(csv, 'utf-16le', { addBOM: true })],
  ['tabs', Buffer.from(csv.replaceAll(',', '\t'))],
  ['semicolons', Buffer.from(csv.replaceAll(',', ';'))],
  ['line feeds only', Buffer.from(csv.replaceAll('\r\n', '\n'))],
])('a CSV in %s', async (_, bytes) => {
  const reading = await readNeeds(bytes, '四季度.csv', context)
  expect(bodies(reading)).toEqual(['回款慢，"急需"贷款，\n第二行也是原话', '想开通接驳车'])
  const [first, second] = reading.kind === 'read' ? reading.rows : []
  expect(must(first, 'first')).toMatchObject({
    need: { sheet: '四季度', row: 3, town: '柳市镇', collectedOn: '2026-10-12', contactPhone: '057762000001' },
  })
  expect(must(second, 'second')).toMatchObject({
    need: { row: 5, requesterName: '某企业乙㐀', collectedPrecision: 'month', anonymous: true },
  })
})

test('the file’s own name may name the town', async () => {
  const reading = await readNeeds(
    Buffer.from('企业名称,需求主体,需求内容\n某企业,企业,想贷款'),
    'C:\\资料\\柳市镇.csv',
    context,
  )
  expect(reading).toMatchObject({ kind: 'read', sheets: [{ name: '柳市镇', town: '柳市镇', rows: 1 }] })
})

test.each<[string, Uint8Array, string]>([
  ['a web page', Buffer.from('<html><table><tr><td>需求内容</td></tr></table>'), 'import.not_a_workbook'],
  ['binary', Buffer.from([1, 0, 2, 0, 255, 254]), 'import.not_a_workbook'],
  ['bytes of no known encoding', Buffer.from([0xe4, 0xbd, 0xa0, 0xff, 0xff, 0xff]), 'import.not_a_workbook'],
  ['words without columns', Buffer.from('你好\n世界'), 'import.no_header'],
  ['only a header', Buffer.from('企业名称,需求主体,需求内容\n'), 'import.empty'],
  ['only line breaks', Buffer.from('\r\n\r\n'), 'import.empty'],
  ['nothing', new Uint8Array(), 'import.empty'],
])('%s is refused', async (_, bytes, code) => {
  expect(await readNeeds(bytes, '四季度.csv', context)).toEqual({ kind: 'refused', code })
})

test('50 000 rows are read, one more is refused', { timeout: 60_000 }, async () => {
  const rows = (count: number) => Buffer.from(`企业名称,需求主体,需求内容\n${'某企业,企业,想贷款\n'.repeat(count)}`)
  expect(bodies(await readNeeds(rows(50_000), 'a.csv', context))).toHaveLength(50_000)
  expect(await readNeeds(rows(50_001), 'a.csv', context)).toEqual({ kind: 'refused', code: 'import.too_many_rows' })
})

test('blank lines below the needs cost nothing, up to as many as a sheet has', async () => {
  const file = (blanks: number) => Buffer.from(`企业名称,需求主体,需求内容\n某企业,企业,想贷款${'\n,,'.repeat(blanks)}`)
  expect(bodies(await readNeeds(file(100_000), 'a.csv', context))).toEqual(['想贷款'])
  expect(await readNeeds(file(1_048_576), 'a.csv', context)).toEqual({ kind: 'refused', code: 'import.too_many_rows' })
})
