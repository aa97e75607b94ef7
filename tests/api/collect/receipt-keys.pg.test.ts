import { keyedReceipt } from '@dj/api/collect/voices/receipt-code.ts'
import { digest } from '@dj/db/digest.ts'
import { keyReceipts } from '@dj/db/key-receipts.ts'
import { NeedReceipt, ReceiptReplaced } from '@dj/shared/collect/need/need.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { expect } from 'vitest'
import { administer } from '../../support/database.ts'
import { test, type World } from '../../support/world.ts'

const call = {
  channel: 'hotline',
  body: '夜班多睡不好，希望请心理咨询师坐班',
  category: 'care',
  requesterName: '演示厂',
  contact: { phone: '0577-62000001' },
}
const receiptOf = async (world: World, code: string) => (await world.anonymous().get(`/receipts/${code}`)).status

async function aFiledNeed(world: World) {
  const operator = await world.anOperator()
  const reply = await world.as(operator).post('/needs', { ...call, organizationId: world.county.branches[0].id })
  const { need, receiptCode } = reply.as(NeedReceipt)
  return { operator, need, receiptCode: must(receiptCode, 'a code') }
}

test('whoever has the whole database has no receipt code, and cannot try them out', async ({ world }) => {
  const { receiptCode } = await aFiledNeed(world)
  await administer(world.url, async (owner) => {
    const rows = await owner<{ row: string }[]>`
      select n::text as row from need n union all select s::text from need_sight s union all
      select i::text from idempotency i union all select e::text from event e`
    const all = rows.map(({ row }) => row).join('\n')
    expect(rows.length).toBeGreaterThan(3)
    expect(all).not.toContain(receiptCode)
    expect(all).not.toContain(digest(receiptCode))
  })
  expect(await receiptOf(world, receiptCode)).toBe(200)
})

test('a reply asked for again says the code once more', async ({ world }) => {
  const operator = await world.anOperator()
  const body = { ...call, organizationId: world.county.branches[0].id }
  const key = 'the-same-key-twice'
  const [first, again] = [
    await world.as(operator).post('/needs', body, { key }),
    await world.as(operator).post('/needs', body, { key }),
  ]
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(again.as(NeedReceipt).receiptCode).toBe(must(first.as(NeedReceipt).receiptCode, 'a code'))
})

test('codes from before the key go on working once a start has put them under it, and who was told one stays known', async ({
  world,
}) => {
  const { operator, need, receiptCode } = await aFiledNeed(world)
  const asBefore = digest(receiptCode)
  await administer(world.url, async (owner) => {
    await owner`update need set receipt_hash = ${asBefore} where id = ${need.id}`
    await owner`update need_sight set told = ${asBefore} where need_id = ${need.id}`
  })
  expect(await receiptOf(world, receiptCode)).toBe(404)
  const start = () => keyReceipts(world.url, (plain) => keyedReceipt(world.deps, plain))
  expect(await start()).toBe(2)
  expect(await receiptOf(world, receiptCode)).toBe(200)
  await administer(world.url, async (owner) => {
    const [row] = await owner`select told = receipt_hash as same from need_sight s join need n on n.id = s.need_id`
    expect(row).toEqual({ same: true })
  })
  expect(await start()).toBe(0)
  const reason = '来电核对身份后补发'
  const replaced = await world.as(operator).post(`/needs/${need.id}/receipt-code`, { reason }, { key: null })
  expect(await receiptOf(world, replaced.as(ReceiptReplaced).receiptCode)).toBe(200)
  expect(await receiptOf(world, receiptCode)).toBe(404)
})
