import { sweepClaims } from '@dj/api/claim/claims/sweep-claims.ts'
import { ClaimPage, ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { EventPage, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { expect } from 'vitest'
import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { type Person, test, type World } from '../../support/world.ts'

const sweep = (world: World) => sweepClaims(world.deps, world.county.id)
const none = { warned: 0, lapsed: 0, unanswered: 0, released: 0 }

async function leaves(world: World, { id }: Person) {
  const admin = world.as(await world.anAdmin('system_admin'))
  const left = await admin.patch(`/people/${id}`, { status: 'left' }, { version: 1 })
  expect(left.status).toBe(200)
}

test('what a member leaves behind is given back by rule, with the reason, and can be claimed again', async ({
  world,
}) => {
  const [order, asked] = [await world.anOpenOrder(), await world.anOpenOrder({ confirmRequired: true })]
  const member = await world.aMember()
  for (const { id } of [order, asked]) await world.as(member).post(`/orders/${id}/claims`)
  const owner = world.as(await world.aSecretary())
  expect(await sweep(world)).toEqual(none)
  await leaves(world, member)
  expect(await sweep(world)).toEqual({ ...none, released: 2 })
  const claims = (await owner.get(`/claims?orderId=${order.id}`)).as(ClaimPage).items
  expect(claims).toMatchObject([{ state: 'released', endReason: 'claimant_left' }])
  expect((await owner.get(`/orders/${order.id}`)).as(OrderView).state).toBe('open')
  const { items } = (await owner.get(`/orders/${order.id}/events`)).as(EventPage)
  expect(items.find(({ kind }) => kind === 'claim.released')?.data).toEqual({ reason: 'claimant_left' })
  expect((await world.as(await world.aMember()).post(`/orders/${order.id}/claims`)).status).toBe(201)
})

test('what was delivered is still answered; unsolved, it is given back', async ({ world }) => {
  const asker = await world.aWorker()
  const need = await world.aNeed({ requesterPersonId: asker.id })
  const order = await world.anOpenOrder({ needs: [need] })
  const member = await world.aMember()
  const { id } = (await world.as(member).post(`/orders/${order.id}/claims`)).as(ClaimView)
  const delivery = (await world.as(member).post(`/claims/${id}/deliveries`, { words: '办好了' })).body as { id: string }
  await leaves(world, member)
  expect(await sweep(world)).toEqual(none)
  expect((await world.as(asker).post(`/deliveries/${delivery.id}/answer`, { answer: 'not' })).status).toBe(200)
  expect(await sweep(world)).toEqual({ ...none, released: 1 })
})

test('a claim of the branch stays the branch’s, whoever of it left', async ({ world }) => {
  const branch = world.county.branches[0]
  const order = await world.anOpenOrder()
  const [one, other] = [await world.aSecretary(), await world.aSecretary()]
  await world.as(one).post(`/orders/${order.id}/claims`, { organizationId: branch.id })
  await world.deps.withTx(world.county.id, (tx) =>
    tx.execute(`update person set status = 'left' where id = '${one.id}'`),
  )
  expect(await sweep(world)).toEqual(none)
  const { items } = (await world.as(other).get('/claims?mine=true')).as(ClaimPage)
  expect(items).toMatchObject([{ state: 'active', mine: true }])
})

test('the order’s desk gives back what somebody with a suspended account holds, with a reason, and is told of both', async ({
  world,
}) => {
  const order = await world.anOpenOrder()
  const member = await world.aMember()
  const claim = (await world.as(member).post(`/orders/${order.id}/claims`)).as(ClaimView)
  const owner = world.as(await world.aSecretary())
  const page = async () => (await owner.get(`/orders/${order.id}`)).as(OrderView)
  const told = async () => {
    const { items } = (await owner.get('/work')).as(WorkView)
    return items.flatMap(({ kind, orderId }) => (orderId === order.id ? kind : []))
  }
  const release = (words: object) => owner.post(`/claims/${claim.id}/recall`, words)
  expect([(await page()).claims[0]?.recallable, (await release({ reason: '换人办理' })).body]).toMatchObject([
    false,
    { code: 'claim.claimant_present' },
  ])
  const admin = world.as(await world.anAdmin('system_admin'))
  expect((await admin.patch(`/people/${member.id}`, { status: 'suspended' }, { version: 1 })).status).toBe(200)
  expect([await sweep(world), (await page()).claims[0]?.recallable, await told()]).toEqual([
    none,
    true,
    ['claim.claimant_away'],
  ])
  expect(
    (await world.as(await world.aMember()).post(`/claims/${claim.id}/recall`, { reason: '换人办理' })).status,
  ).toBe(403)
  expect((await release({})).status).toBe(422)
  expect((await release({ reason: '账号停用，换人办理' })).as(ClaimView).state).toBe('released')
  expect([(await page()).state, await told()]).toEqual(['open', ['order.given_back']])
  const { items } = (await owner.get(`/orders/${order.id}/events`)).as(EventPage)
  expect(items.find(({ kind }) => kind === 'claim.released')?.data).toEqual({ reason: '账号停用，换人办理' })
  await world.as(await world.aMember()).post(`/orders/${order.id}/claims`)
  expect(await told()).toEqual([])
})
