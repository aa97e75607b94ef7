import { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { RectificationPage, RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { RetirementPage } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { describe, expect } from 'vitest'
import { aNotice } from '../../support/notices.ts'
import { test } from '../../support/world.ts'

describe('a rectification notice', () => {
  test('has a number, items and a deadline of 15 working days; the order is rectifying', async ({ world }) => {
    const order = await world.anOpenOrder()
    const id = await aNotice(world, order.id)
    const secretary = world.as(await world.aSecretary())
    const notice = (await secretary.get(`/rectifications/${id}`)).as(RectificationView)
    expect(notice).toMatchObject({
      number: 'ZG-2026-000001',
      state: 'issued',
      light: 'green',
      extended: false,
      workingDaysLeft: 15,
    })
    expect(notice.deadlineAt).toBe('2026-12-09T16:00:00.000Z') // Wednesday 18 November + 15 working days: the end of 9 December
    expect((await secretary.get(`/orders/${order.id}`)).as(OrderView).state).toBe('rectifying')
    expect((await secretary.get('/rectifications?mine=true')).as(RectificationPage).total).toBe(1)
    expect(
      (await world.as(await world.aSecretary(world.county.farBranch)).get('/rectifications?mine=true')).as(
        RectificationPage,
      ).total,
    ).toBe(0)
  })

  test('is worked on item by item, submitted when all are answered, and passed by another inspector', async ({
    world,
  }) => {
    const order = await world.anOpenOrder()
    const [finder, other] = [await world.anInspector(), await world.anInspector()]
    const id = await aNotice(world, order.id, finder.id)
    const path = `/rectifications/${id}`
    const secretary = world.as(await world.aSecretary())
    expect((await world.as(await world.aMember()).post(`${path}/items`, { item: 1, done: '已补齐' })).code).toBe(
      'auth.forbidden',
    )
    expect((await secretary.post(`${path}/submission`)).code).toBe('rectification.items_missing')
    expect((await secretary.post(`${path}/items`, { item: 9, done: '已补齐' })).code).toBe('not_found')
    for (const item of [1, 2]) expect((await secretary.post(`${path}/items`, { item, done: '已办' })).status).toBe(200)
    const longer = (await secretary.post(`${path}/extension`, { reason: '等签到机到货' })).as(RectificationView)
    expect(longer).toMatchObject({ extended: true, deadlineAt: '2026-12-30T16:00:00.000Z' })
    expect((await secretary.post(`${path}/extension`, { reason: '再延' })).code).toBe('rectification.extended_before')
    const look = { decision: 'pass', effect: 'good', words: '已整改到位' }
    expect((await world.as(other).post(`${path}/reinspection`, look)).code).toBe('rectification.not_submitted')
    expect((await secretary.post(`${path}/submission`)).as(RectificationView).state).toBe('submitted')
    expect((await secretary.post(`${path}/items`, { item: 1, done: '再改' })).code).toBe('rectification.not_open')
    expect((await world.as(finder).post(`${path}/reinspection`, look)).code).toBe('rectification.same_inspector')
    expect((await world.as(other).post(`${path}/reinspection`, look)).as(RectificationView)).toMatchObject({
      state: 'passed',
    })
    expect((await secretary.get(`/orders/${order.id}`)).as(OrderView).state).toBe('open')
  })

  test('failed, proposes the retirement by itself', async ({ world }) => {
    const order = await world.anOpenOrder()
    const id = await aNotice(world, order.id)
    const secretary = world.as(await world.aSecretary())
    for (const item of [1, 2]) await secretary.post(`/rectifications/${id}/items`, { item, done: '已办' })
    await secretary.post(`/rectifications/${id}/submission`)
    const inspector = world.as(await world.anInspector())
    const failed = await inspector.post(`/rectifications/${id}/reinspection`, {
      decision: 'fail',
      effect: 'poor',
      words: '没有改',
    })
    expect(failed.as(RectificationView).state).toBe('failed')
    expect((await secretary.get(`/orders/${order.id}`)).as(OrderView).state).toBe('retiring')
    const { items } = (await secretary.get(`/retirements?orderId=${order.id}`)).as(RetirementPage)
    expect(items[0]).toMatchObject({ state: 'proposed', evidence: 'failed_rectification', proposedBy: null })
  })

  test('whoever works on the order does not re-inspect it', async ({ world }) => {
    const order = await world.anOpenOrder()
    const inspector = await world.aPerson({
      home: world.county.farBranch,
      roles: [{ role: 'inspector', organization: world.county.root }],
    })
    await world.as(inspector).post(`/orders/${order.id}/claims`)
    const id = await aNotice(world, order.id)
    const secretary = world.as(await world.aSecretary())
    for (const item of [1, 2]) await secretary.post(`/rectifications/${id}/items`, { item, done: '已办' })
    await secretary.post(`/rectifications/${id}/submission`)
    const look = { decision: 'pass', effect: 'good', words: '自己看自己' }
    expect((await world.as(inspector).get(`/rectifications/${id}`)).as(RectificationView).may.reinspect).toBe(false)
    expect((await world.as(inspector).post(`/rectifications/${id}/reinspection`, look)).code).toBe(
      'inspection.conflict',
    )
  })

  test('its light turns yellow five days before the deadline and red after it', async ({ world }) => {
    const order = await world.anOpenOrder()
    const id = await aNotice(world, order.id)
    const secretary = world.as(await world.aSecretary())
    const light = async () => (await secretary.get(`/rectifications/${id}`)).as(RectificationView).light
    world.clock.set('2026-12-05T00:00:00Z')
    expect(await light()).toBe('yellow')
    world.clock.set('2026-12-09T16:00:00Z')
    expect(await light()).toBe('red')
  })
})

test('a notice of another county does not exist', async ({ world }) => {
  const id = await aNotice(world, (await world.anOpenOrder()).id)
  const stranger = world.as(await world.aSecretary(undefined, { county: await world.otherCounty() }))
  expect((await stranger.get(`/rectifications/${id}`)).code).toBe('not_found')
  expect((await stranger.post(`/rectifications/${id}/submission`)).code).toBe('not_found')
})
