import { countQuarter } from '@dj/db/queries/follow/bulletin-figures.ts'
import { ClaimPage, ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { EventPage, OrderPage, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { quarterBounds } from '@dj/shared/platform/time/quarter.ts'
import { expect } from 'vitest'
import { type Client, test, type World } from '../../support/world.ts'

// The world begins on 18 November; a claim has thirty days, an extension fifteen.
const dueOn = '2026-11-28'
const endOfDueDay = '2026-11-28T16:00:00.000Z'
const endOfTerm = '2026-12-18T16:00:00.000Z'

const take = async (client: Client, { id }: { id: string }) => (await client.post(`/orders/${id}/claims`)).as(ClaimView)
const mine = async (client: Client) => (await client.get('/claims?mine=true')).as(ClaimPage).items[0]
const read = async (client: Client, { id }: { id: string }) => (await client.get(`/orders/${id}`)).as(OrderView)

async function moved(owner: Client, order: { id: string }, to: string | null) {
  const { version } = await read(owner, order)
  return owner.patch(`/orders/${order.id}`, { dueOn: to }, { version })
}

async function aClaimDueEarly(world: World) {
  const order = await world.anOpenOrder({ dueOn })
  const [member, owner] = [world.as(await world.aMember()), world.as(await world.aSecretary())]
  return { order, member, owner, claim: await take(member, order) }
}

test('the order’s due day comes before the claim’s own term: it is the deadline, and its light', async ({ world }) => {
  const { order, member, claim } = await aClaimDueEarly(world)
  expect(claim).toMatchObject({ dueAt: endOfDueDay, light: 'green' })
  world.clock.set('2026-11-24T02:00:00Z')
  await member.post(`/claims/${claim.id}/progress`, { share: 10, words: '已联系' })
  expect([(await mine(member))?.light, (await read(member, order)).light]).toEqual(['yellow', 'yellow'])
  world.clock.set(endOfDueDay)
  expect([(await mine(member))?.light, (await read(member, order)).light]).toEqual(['red', 'red'])
  expect((await member.get('/orders?light=red')).as(OrderPage).items).toHaveLength(1)
  expect((await member.get('/work')).as(WorkView).items).toMatchObject([{ kind: 'claim.overdue', dueAt: endOfDueDay }])
})

test('what is delivered after the order’s due day is not on time, though the claim’s term still ran', async ({
  world,
}) => {
  const { member, claim } = await aClaimDueEarly(world)
  const figures = () => {
    const bounds = quarterBounds('2026Q4' as Parameters<typeof quarterBounds>[0])
    return countQuarter(world.deps.db, { countyId: world.county.id, roundId: claim.id, quarter: '2026Q4', ...bounds })
  }
  world.clock.set('2026-12-01T02:00:00Z')
  await member.post(`/claims/${claim.id}/deliveries`, { words: '办好了' })
  expect(await figures()).toMatchObject({ due: 1, onTime: 0 })
})

test('an extension past the order’s due day is refused until the owner moves that day', async ({ world }) => {
  const { order, member, owner, claim } = await aClaimDueEarly(world)
  const extend = () => member.post(`/claims/${claim.id}/extension`, { reason: '等设备到货' })
  const refused = await extend()
  expect([refused.status, refused.code]).toEqual([409, 'claim.past_order_due'])
  expect((await moved(owner, order, '2026-12-25')).as(OrderView).claims[0]?.dueAt).toBe(endOfTerm)
  expect((await extend()).code).toBe('claim.past_order_due')
  await moved(owner, order, '2027-01-10')
  expect((await extend()).as(ClaimView).dueAt).toBe('2027-01-02T16:00:00.000Z')
  const { items } = (await member.get(`/orders/${order.id}/events`)).as(EventPage)
  expect(items.filter(({ kind }) => kind === 'order.edited').map(({ data }) => data)).toEqual([
    { fields: ['dueOn'], dueOn: { from: dueOn, to: '2026-12-25' } },
    { fields: ['dueOn'], dueOn: { from: '2026-12-25', to: '2027-01-10' } },
  ])
})

test('the day is taken from nobody: it moves later or away, and earlier only where no claim relied on it', async ({
  world,
}) => {
  const { order, member, owner, claim } = await aClaimDueEarly(world)
  const earlier = await moved(owner, order, '2026-11-27')
  expect([earlier.status, earlier.fields]).toEqual([409, { dueOn: 'order.due_relied_on' }])
  expect((await moved(owner, order, null)).as(OrderView).claims[0]?.dueAt).toBe(endOfTerm)
  expect((await moved(owner, order, dueOn)).code).toBe('order.due_relied_on')
  await member.post(`/claims/${claim.id}/release`)
  expect((await moved(owner, order, '2026-11-27')).status).toBe(200)
})

test('after its due day an open order is not claimed, and its owner is told', async ({ world }) => {
  const order = await world.anOpenOrder({ dueOn, confirmRequired: true, places: 2 })
  const [asking, late] = [world.as(await world.aMember()), world.as(await world.aMember())]
  const owner = world.as(await world.aSecretary())
  const asked = await take(asking, order)
  world.clock.set(endOfDueDay)
  expect((await late.post(`/orders/${order.id}/claims`)).code).toBe('order.due_passed')
  const decide = (decision: string) => owner.post(`/claims/${asked.id}/decision`, { decision })
  expect((await decide('accept')).code).toBe('order.due_passed')
  expect((await decide('decline')).status).toBe(200)
  expect((await owner.get('/work')).as(WorkView).items).toMatchObject([
    { kind: 'order.unclaimed', dueAt: endOfDueDay, overdue: true },
  ])
  await moved(owner, order, '2026-12-10')
  expect((await take(late, order)).state).toBe('requested')
})

test('given back to work, a claim has the day its order has by then', async ({ world }) => {
  const requester = await world.aWorker()
  const need = await world.aNeed({ requesterPersonId: requester.id })
  const order = await world.anOpenOrder({ dueOn, needs: [need] })
  const [member, owner] = [world.as(await world.aMember()), world.as(await world.aSecretary())]
  const claim = await take(member, order)
  await member.post(`/claims/${claim.id}/deliveries`, { words: '办好了' })
  expect((await moved(owner, order, '2026-12-10')).as(OrderView).claims[0]?.dueAt).toBe(endOfDueDay)
  const { deliveries } = await read(member, order)
  await world.as(requester).post(`/deliveries/${deliveries[0]?.id}/answer`, { answer: 'partly' })
  expect(await mine(member)).toMatchObject({ state: 'active', dueAt: '2026-12-10T16:00:00.000Z' })
})

test('a standing order opens again without the days of the cycle that is over', async ({ world }) => {
  const requester = await world.aWorker()
  const need = await world.aNeed({ requesterPersonId: requester.id })
  const order = await world.anOpenOrder({ claimBy: '2026-11-20', dueOn, standing: true, needs: [need] })
  const member = world.as(await world.aMember())
  const claim = await take(member, order)
  await member.post(`/claims/${claim.id}/deliveries`, { words: '办好了' })
  const { deliveries } = await read(member, order)
  await world.as(requester).post(`/deliveries/${deliveries[0]?.id}/answer`, { answer: 'solved' })
  expect(await read(member, order)).toMatchObject({ state: 'open', cycle: 2, claimBy: null, dueOn: null })
  world.clock.set('2026-12-02T02:00:00Z')
  expect((await take(member, order)).dueAt).toBe('2027-01-01T16:00:00.000Z')
})
