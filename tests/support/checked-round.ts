import { randomUUID } from 'node:crypto'
import { must } from '@dj/shared/platform/assert.ts'
import { expect } from 'vitest'
import { aFinding, uploadPhoto } from './findings.ts'
import { aRunningRound, type BuiltRound } from './rounds.ts'
import type { Person, World } from './world.ts'

/** What a round has once it was frozen and drawn. */
export const frozen = (world: World) => ({
  frozenAt: world.deps.now(),
  frozenBy: randomUUID(),
  frameHash: 'f'.repeat(64),
  frameCount: 5,
  drawnAt: world.deps.now(),
  publicValueAt: world.deps.now(),
})
async function find(world: World, round: BuiltRound, inspector: Person, orderId: string, wish: object = {}) {
  const client = world.as(inspector)
  const finding = aFinding({ attachmentIds: [await uploadPhoto(client)], ...wish })
  const reply = await client.post(`/inspections/${round.id}/${orderId}/finding`, finding)
  expect([reply.status, reply.code]).toEqual([201, undefined])
}
const poor = { effect: 'poor', verdict: 'rectify', words: '活动未开展，签到表为事后补签' }

/** A round in which an A order was found wanting by one of two, a B order excused, and one of three sampled C orders sent back. */
export async function aCheckedRound(world: World) {
  const { branches, farBranch } = world.county
  const [one, other] = [await world.anInspector(), await world.anInspector()]
  const a = await world.anOpenOrder({ tier: 'A', title: '全县企业用工共享 <专场>' })
  const b = await world.anOpenOrder({ tier: 'B' })
  const c = await Promise.all(
    [branches[0], branches[1], farBranch].map((owner, n) => world.anOpenOrder({ owner, title: `C类第${n + 1}件` })),
  )
  const [first, second, third] = [must(c[0], 'C'), must(c[1], 'C'), must(c[2], 'C')]
  const targets = [
    { order: a, inspectors: [one, other] },
    { order: b, inspectors: [one] },
    ...c.map((order) => ({ order, inspectors: [one] })),
  ]
  const round = await aRunningRound(world, targets, frozen(world))
  await find(world, round, one, a.id)
  await find(world, round, other, a.id, { effect: 'fair', verdict: 'rectify', words: '台账不全' })
  await find(world, round, one, first.id)
  await find(world, round, one, second.id, poor)
  await find(world, round, one, third.id)
  const [lead, colleague] = [await world.aCountyOrganizer(), await world.aCountyOrganizer()]
  await world.as(lead).post(`/rounds/${round.id}/targets/${b.id}/excuse`, { reason: '项目现场已停工' })
  await world.as(colleague).post(`/rounds/${round.id}/targets/${b.id}/excuse/decision`, { decision: 'excuse' })
  return { round, lead, colleague, orders: { a, b, first, second, third } }
}

/** The same, closed by two. */
export async function aClosedRound(world: World) {
  const checked = await aCheckedRound(world)
  const { round, lead, colleague } = checked
  expect((await world.as(lead).post(`/rounds/${round.id}/close`)).status).toBe(200)
  expect((await world.as(colleague).post(`/rounds/${round.id}/close/confirmation`)).status).toBe(200)
  return checked
}
