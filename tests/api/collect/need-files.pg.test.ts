import { readTables } from '@dj/api/collect/reading/read-tables.ts'
import { NeedReceipt } from '@dj/shared/collect/need/need.schema.ts'
import { expect } from 'vitest'
import { brought } from '../../support/imports.ts'
import { type Reply, test } from '../../support/world.ts'

const bytesOf = (reply: Reply): Uint8Array<ArrayBuffer> =>
  reply.body instanceof Uint8Array ? new Uint8Array(reply.body) : new Uint8Array()
const textOf = (reply: Reply) => new TextDecoder().decode(bytesOf(reply))

test('the template is downloaded, and sent back unfilled it says that it is empty', async ({ world }) => {
  const town = world.as(await world.aTownOrganizer())
  const template = await town.get('/needs/import/template')
  expect(template.status).toBe(200)
  expect(template.headers.get('content-disposition')).toContain(encodeURIComponent('党建需求征集汇总表（模板）.xlsx'))
  const sent = await town.upload('/needs/import?dryRun=true', { file: new File([bytesOf(template)], '模板.xlsx') })
  expect(sent.code).toBe('import.empty')
  expect((await world.as(await world.aSecretary()).get('/needs/import/template')).code).toBe('auth.forbidden')
})

test('a desk exports its own needs without contacts, and no cell can run as a formula', async ({ world }) => {
  const operator = world.as(await world.anOperator())
  const body = '=HYPERLINK("http://evil.example","点我")'
  const contact = { name: '陈国强', phone: '13800000101' }
  const call = { body, category: 'care', channel: 'hotline', organizationId: world.county.branches[0].id, contact }
  const { need } = (await operator.post('/needs', call)).as(NeedReceipt)
  await world.aNeed({ organization: world.county.farBranch, body: '别的支部的需求' })
  const desk = world.as(await world.aSecretary())
  await desk.post(`/needs/${need.id}/answer`, { answer: '+已安排' })
  const csv = await desk.get('/needs/export?format=csv')
  expect(csv.headers.get('content-type')).toContain('text/csv')
  const lines = textOf(csv).split('\r\n')
  expect(lines[0]).toContain('镇街,企业（组织）名称,需求主体,需求类别,需求内容')
  expect(lines[1]).toContain(`城东街道,第一党支部,党组织,人文关怀,"'=HYPERLINK(`)
  expect(lines[1]).toContain(`已答复,2026-11-18,2026-11-18,'+已安排,0,0,`)
  expect(lines).toHaveLength(3)
  expect(textOf(csv)).not.toMatch(/13800000101|陈国强|别的支部/)
  const [table] = await readTables(bytesOf(await desk.get('/needs/export')), '需求.xlsx')
  const bodies: unknown[] = []
  for await (const row of table?.rows() ?? []) bodies.push(row.cells[4])
  expect(bodies).toEqual(['需求内容', `'${body}`])
  expect((await desk.get('/needs/export?state=received&format=csv')).body).toHaveLength(
    Buffer.byteLength(`\uFEFF${lines[0]}\r\n`),
  )
  expect((await desk.get('/needs/export?limit=5')).fields).toEqual({ limit: 'field.unknown' })
  expect((await operator.get('/needs/export')).code).toBe('auth.forbidden')
})

test('what was exported can be brought in again by another desk', async ({ world }) => {
  await world.aNeed({ body: '想办一场消防演练', category: 'safety' })
  const county = world.as(await world.aCountyOrganizer())
  const exported = await county.get('/needs/export')
  const report = await brought(county, new File([bytesOf(exported)], '导出.xlsx'), {}, true)
  expect(report.rows).toMatchObject([
    { outcome: 'create', town: '城东街道', body: '想办一场消防演练', category: 'safety' },
  ])
  expect(report.rows[0]?.duplicateOf).toMatchObject({ score: 1 })
})

test('who merely joined a need finds neither its remark nor the requester’s name in an export', async ({ world }) => {
  const { branches, farBranch } = world.county
  const voice = { requesterKind: 'worker', requesterName: '王小明', remark: '家中有病人，请勿张扬' } as const
  const need = await world.aNeed({ organization: branches[0], ...voice })
  const joined = world.as(await world.aSecretary(farBranch))
  expect((await joined.post(`/needs/${need.id}/seconds`)).status).toBe(201)
  const seen = textOf(await joined.get('/needs/export?format=csv&mine=true'))
  expect(seen).toContain('电工')
  expect(seen).not.toMatch(/王小明|病人/)
  const desk = world.as(await world.aSecretary(branches[0]))
  expect(textOf(await desk.get('/needs/export?format=csv'))).toMatch(/王小明.*病人/)
})
