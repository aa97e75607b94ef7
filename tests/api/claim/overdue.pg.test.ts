import { sweepClaims } from '@dj/api/claim/claims/sweep-claims.ts'
import { ClaimPage, ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { EventPage, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { expect } from 'vitest'
import { aNotice } from '../../support/notices.ts'
import { type Client, test, type World } from '../../support/world.ts'

const none = { warned: 0, lapsed: 0, unanswered: 0, released: 0 }
const sweep = (world: World) => sweepClaims(world.deps, world.county.id)
const work = async (client: Client) => (await client.get('/work')).as(WorkView).items
const due = '2026-12-18T16:00:00.000Z'
const released = '2026-12-26T16:00:00.000Z'

async function anOverdueClaim(world: World) {
  const order = await world.anOpenOrder()
  const [member, owner] = [world.as(await world.aMember()), world.as(await world.aSecretary())]
  const claim = (await member.post(`/orders/${order.id}/claims`)).as(ClaimView)
  expect(claim.dueAt).toBe(due)
  world.clock.set('2026-12-18T16:03:00Z')
  return { order, member, owner, claim }
}

test('overdue, it is warned first: claimant and owner see until when it can still be finished', async ({ world }) => {
  const { order, member, owner } = await anOverdueClaim(world)
  expect(await sweep(world)).toEqual({ ...none, warned: 1 })
  expect(await sweep(world)).toEqual(none)
  const told = { dueAt: due, releasedAt: released, overdue: true }
  expect(await work(member)).toMatchObject([{ kind: 'claim.overdue', ...told }])
  expect(await work(owner)).toMatchObject([{ kind: 'claim.overdue_with_us', ...told }])
  const page = (await owner.get(`/orders/${order.id}`)).as(OrderView)
  const deadline = { kind: 'finish', until: due, releasedAt: released }
  expect([page.deadline, page.claims[0]?.deadline]).toEqual([deadline, deadline])
  const { items } = (await owner.get(`/orders/${order.id}/events`)).as(EventPage)
  expect(items.find(({ kind }) => kind === 'claim.warned')?.data).toEqual({ dueAt: due, releaseAt: released })
  world.clock.set('2026-12-26T15:59:00Z')
  expect(await sweep(world)).toEqual(none)
  world.clock.set(released)
  expect(await sweep(world)).toEqual({ ...none, released: 1 })
  expect((await member.get('/claims?mine=true')).as(ClaimPage).items[0]).toMatchObject({
    state: 'released',
    endReason: 'overdue',
  })
})

test('however long no process ran, nothing is given back without the warning and its days', async ({ world }) => {
  await anOverdueClaim(world)
  world.clock.set('2027-02-01T02:00:00Z')
  expect(await sweep(world)).toEqual({ ...none, warned: 1 })
  world.clock.set('2027-02-08T15:59:00Z')
  expect(await sweep(world)).toEqual(none)
  world.clock.set('2027-02-08T16:00:00Z')
  expect(await sweep(world)).toEqual({ ...none, released: 1 })
})

test('an extension after the warning counts: the new deadline has a warning of its own', async ({ world }) => {
  const { member, claim } = await anOverdueClaim(world)
  await sweep(world)
  const longer = (await member.post(`/claims/${claim.id}/extension`, { reason: '设备晚到' })).as(ClaimView)
  expect(longer.deadline).toEqual({ kind: 'finish', until: '2027-01-02T16:00:00.000Z', releasedAt: null })
  world.clock.set('2027-01-02T16:01:00Z')
  expect(await sweep(world)).toEqual({ ...none, warned: 1 })
  world.clock.advance({ days: 6 })
  expect(await sweep(world)).toEqual(none)
})

test('while its order is being put right, a claim is neither warned nor given back', async ({ world }) => {
  const { order } = await anOverdueClaim(world)
  await aNotice(world, order.id)
  world.clock.set('2027-01-05T02:00:00Z')
  expect(await sweep(world)).toEqual(none)
})
