import { NeedReceipt } from '@dj/shared/collect/need/need.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { expect } from 'vitest'
import { administer } from '../../support/database.ts'
import { test } from '../../support/world.ts'

const words = { body: '外卖骑手中午没地方热饭歇脚', category: 'other' }
const key = 'one-and-the-same-click'

test('a reply is kept for whoever has its key: told again to them, to nobody else, and unreadable where it lies', async ({
  world,
}) => {
  const [one, other] = await Promise.all([world.aMember(), world.aMember()])
  const first = await world.as(one).post('/needs', words, { key })
  const { need, receiptCode } = first.as(NeedReceipt)
  const again = await world.as(one).post('/needs', words, { key })
  expect([again.status, again.body, again.headers.get('idempotency-replayed')]).toEqual([201, first.body, 'true'])
  expect((await world.as(one).post('/needs', { ...words, body: '换一件事来提' }, { key })).code).toBe(
    'request.key_reused',
  )

  const theirs = await world.as(other).post('/needs', words, { key })
  expect(theirs.headers.get('idempotency-replayed')).toBeNull()
  expect(theirs.as(NeedReceipt).need.id).not.toBe(need.id)

  await administer(world.url, async (owner) => {
    const rows = await owner<{ row: string }[]>`select i::text as row from idempotency i where subject = ${one.id}`
    expect(rows).toHaveLength(1)
    const code = must(receiptCode, 'the code of a member')
    for (const secret of [key, code, code.replaceAll('-', ''), need.id, '骑手'])
      expect(rows[0]?.row).not.toContain(secret)
  })
  expect((await world.as(one).post('/needs', words, { key: 'another-click' })).as(NeedReceipt).need.id).not.toBe(
    need.id,
  )
})
