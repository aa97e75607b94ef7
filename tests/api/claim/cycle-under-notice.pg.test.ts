import { sweepClaims } from '@dj/api/claim/claims/sweep-claims.ts'
import { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { DeliveryView, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { RetirementPage, RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { describe, expect } from 'vitest'
import { aNotice } from '../../support/notices.ts'
import { test, type World } from '../../support/world.ts'

/** An order somebody delivered and nobody has answered, about which a notice was issued since. */
async function aDeliveredUnderNotice(world: World) {
  const need = await world.aNeed()
  const order = await world.anOpenOrder({ needs: [need] })
  const member = world.as(await world.aMember({ organization: world.county.farBranch }))
  const claim = (await member.post(`/orders/${order.id}/claims`)).as(ClaimView)
  const delivery = (await member.post(`/claims/${claim.id}/deliveries`, { words: '已讲完' })).as(DeliveryView)
  const notice = `/rectifications/${await aNotice(world, order.id, (await world.anInspector()).id)}`
  const solve = () =>
    world.anonymous().post(`/deliveries/${delivery.id}/answer`, { answer: 'solved', receiptCode: need.receiptCode })
  const secretary = world.as(await world.aSecretary())
  const seen = async () => (await secretary.get(`/orders/${order.id}`)).as(OrderView)
  return { order, notice, solve, secretary, seen }
}

async function lookAgain(world: World, { notice, secretary }: Awaited<ReturnType<typeof aDeliveredUnderNotice>>) {
  for (const item of [1, 2]) await secretary.post(`${notice}/items`, { item, done: '已办' })
  await secretary.post(`${notice}/submission`)
  const inspector = world.as(await world.anInspector())
  return (decision: 'pass' | 'fail') =>
    inspector.post(`${notice}/reinspection`, { decision, effect: 'fair', words: '看过' })
}

describe('an order under a notice is left by decision alone', () => {
  test('a requester who is content does not close it; once it passes, its cycle ends with a record', async ({
    world,
  }) => {
    const under = await aDeliveredUnderNotice(world)
    expect((await under.solve()).status).toBe(200)
    expect((await under.seen()).state).toBe('rectifying')
    const look = await lookAgain(world, under)
    expect((await look('pass')).status).toBe(200)
    expect(await under.seen()).toMatchObject({ state: 'closed', feedback: { outcome: 'solved' } })
  })

  test('neither does silence; failed, it is proposed for retirement, and refused that, its cycle ends', async ({
    world,
  }) => {
    const under = await aDeliveredUnderNotice(world)
    world.clock.advance({ days: 8 })
    expect(await sweepClaims(world.deps, world.county.id)).toMatchObject({ unanswered: 1 })
    expect((await under.seen()).state).toBe('rectifying')
    const look = await lookAgain(world, under)
    expect((await look('fail')).status).toBe(200)
    expect((await under.seen()).state).toBe('retiring')
    const town = world.as(await world.aTownOrganizer())
    const [proposal] = (await town.get(`/retirements?orderId=${under.order.id}`)).as(RetirementPage).items
    const refuse = { decision: 'refuse', reason: '仍有需求' }
    expect((await town.post(`/retirements/${proposal?.id}/decision`, refuse)).as(RetirementView).state).toBe('refused')
    expect(await under.seen()).toMatchObject({ state: 'closed', feedback: { outcome: 'unanswered' } })
  })
})
