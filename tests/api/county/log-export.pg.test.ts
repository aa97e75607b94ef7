import { readWorkbook } from '@dj/api/collect/reading/xlsx/read-workbook.ts'
import { countLine } from '@dj/api/county/log/export-log.ts'
import { digest } from '@dj/db/digest.ts'
import { NeedReceipt } from '@dj/shared/collect/need/need.schema.ts'
import { LogPage, PersonView } from '@dj/shared/county/people/people.schema.ts'
import { readHead } from '@dj/shared/platform/seal/head-lines.ts'
import { verifyEvents } from '@dj/db/verify-events.ts'
import { expect, vi } from 'vitest'
import { type Reply, test } from '../../support/world.ts'

async function sheetsOf(reply: Reply): Promise<Map<string, unknown[][]>> {
  const tables = await readWorkbook(reply.body instanceof Uint8Array ? new Uint8Array(reply.body) : new Uint8Array())
  const sheets = new Map<string, unknown[][]>()
  for (const table of tables) {
    const rows: unknown[][] = []
    for await (const { cells } of table.rows()) rows.push([...cells])
    sheets.set(table.name, rows)
  }
  return sheets
}

test('the log is found by a name, and saved as a workbook whose rows and head prove themselves', async ({ world }) => {
  const admin = await world.anAdmin('system_admin', { alias: '系统管理员老何' })
  const auditor = world.as(await world.anAdmin('audit_admin'))
  const person = { username: 'liming', name: '李明', alias: '小李师傅', kind: 'worker', phone: '13800000000' }
  const reply = await world.as(admin).post('/people', { ...person, homeOrganizationId: world.county.enterprise.id })
  const added = reply.as(PersonView)
  const contact = { name: '陈国强', phone: '13800000101' }
  const call = { body: '想学电工', category: 'skills', channel: 'hotline', organizationId: world.county.branches[0].id }
  const operator = world.as(await world.anOperator())
  const { need } = (await operator.post('/needs', { ...call, contact })).as(NeedReceipt)
  const asked = async (q: string) =>
    (await auditor.get(`/log?limit=50&q=${encodeURIComponent(q)}`)).as(LogPage).items.map(({ kind }) => kind)
  expect(await asked('小李师')).toEqual(['account.code_issued', 'person.added'])
  expect(await asked('老何')).toEqual(expect.arrayContaining(['person.added', 'grant.given']))
  expect(await asked('李明')).toEqual([])
  const [received] = (await auditor.get(`/log?limit=5&about=${need.id}`)).as(LogPage).items
  expect(received?.subject?.name).toBe('技能提升 · 城东街道 · 2026-11-18')

  const all = await vi.waitUntil(async () => {
    const sheets = await sheetsOf(await auditor.get('/log/export'))
    const waits = sheets.get('操作日志')?.some(([seq]) => seq === null)
    return !waits && sheets
  }, 30_000)
  const [, ...rows] = all.get('操作日志') ?? []
  expect(rows.length).toBeGreaterThan(5)
  for (const [, , , , , , before, hash, line] of rows) expect(digest(`${before}\n${line}`)).toBe(hash)
  const about = new Map(all.get('链首')?.map(([key, value]) => [key, value]))
  expect(about.get('条数')).toBe(`${rows.length} 条，符合条件的全部导出`)
  expect([countLine(50_000), countLine(50_001)].map((line) => line.includes('没有导出'))).toEqual([false, true])
  const head = readHead(String(about.get('链首（供核对）')))
  expect(head).toMatchObject({ seq: rows.length, hash: rows[0]?.[7] })
  const heads = head ? [head] : []
  expect((await verifyEvents(world.deps.db, world.county.id, { at: world.deps.now(), heads })).fault).toBeUndefined()
  expect(JSON.stringify(rows)).not.toMatch(/李明|13800000000|想学电工|陈国强/)

  const some = (await sheetsOf(await auditor.get(`/log/export?about=${added.id}`))).get('操作日志') ?? []
  expect(some.slice(1).map((row) => row.slice(2, 5))).toEqual([
    ['出具一次性密码', '系统管理员老何', '小李师傅'],
    ['新增账号', '系统管理员老何', '小李师傅'],
  ])
  expect((await world.as(admin).get('/log/export')).code).toBe('auth.forbidden')
})
