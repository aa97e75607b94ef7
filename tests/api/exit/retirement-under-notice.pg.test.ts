import { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { RetirementPage, RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { describe, expect } from 'vitest'
import { aNotice } from '../../support/notices.ts'
import { test, type World } from '../../support/world.ts'

const ceased = { evidence: 'need_ceased', reason: '企业已搬迁，需求不再存在' }

/** A rectifying order whose retirement somebody proposes. */
async function proposed(world: World) {
  const order = await world.anOpenOrder()
  const notice = `/rectifications/${await aNotice(world, order.id)}`
  const secretary = world.as(await world.aSecretary())
  const { id } = (await secretary.post(`/orders/${order.id}/retirements`, ceased)).as(RetirementView)
  const stateOf = async () => (await secretary.get(`/orders/${order.id}`)).as(OrderView).state
  const noticeNow = async () => (await secretary.get(notice)).as(RectificationView)
  return { notice, secretary, path: `/retirements/${id}`, stateOf, noticeNow }
}

describe('the retirement of an order that is being put right', () => {
  test('withdrawn, leaves it rectifying: the notice is still to be met', async ({ world }) => {
    const { path, stateOf, noticeNow } = await proposed(world)
    expect(await stateOf()).toBe('retiring')
    const town = world.as(await world.aTownOrganizer())
    expect((await town.post(`${path}/withdrawal`, { reason: '企业又回来了' })).status).toBe(200)
    expect(await stateOf()).toBe('rectifying')
    expect(await noticeNow()).toMatchObject({ state: 'issued', may: { work: true } })
  })

  test('refused, leaves it rectifying too', async ({ world }) => {
    const { path, stateOf } = await proposed(world)
    const county = world.as(await world.aCountyOrganizer())
    await county.post(`${path}/decision`, { decision: 'refuse', reason: '先整改' })
    expect(await stateOf()).toBe('rectifying')
  })

  test('final, ends the notice; taken back in time, the order opens without it', async ({ world }) => {
    const { path, stateOf, noticeNow, notice, secretary } = await proposed(world)
    const county = world.as(await world.aCountyOrganizer())
    await county.post(`${path}/decision`, { decision: 'approve', reason: '情况属实' })
    world.clock.set('2026-11-25T16:00:00Z')
    expect((await county.post(`${path}/finalisation`)).status).toBe(200)
    expect(await noticeNow()).toMatchObject({ state: 'void', decision: ceased.reason, light: null })
    expect((await secretary.post(`${notice}/items`, { item: 1, done: '已补' })).code).toBe('rectification.not_open')
    expect((await county.post(`${path}/withdrawal`, { reason: '公示材料有误' })).status).toBe(200)
    expect(await stateOf()).toBe('open')
  })

  test('withdrawn after the re-inspection passed meanwhile, leaves it open', async ({ world }) => {
    const { path, stateOf, notice, secretary } = await proposed(world)
    for (const item of [1, 2]) await secretary.post(`${notice}/items`, { item, done: '已办' })
    await secretary.post(`${notice}/submission`)
    const look = { decision: 'pass', effect: 'good', words: '已整改到位' }
    expect((await world.as(await world.anInspector()).post(`${notice}/reinspection`, look)).status).toBe(200)
    expect(await stateOf()).toBe('retiring')
    await world.as(await world.aTownOrganizer()).post(`${path}/withdrawal`, { reason: '已整改' })
    expect(await stateOf()).toBe('open')
  })

  test('refused after the re-inspection failed meanwhile, is proposed anew by that', async ({ world }) => {
    const { path, stateOf, notice, secretary } = await proposed(world)
    for (const item of [1, 2]) await secretary.post(`${notice}/items`, { item, done: '已办' })
    await secretary.post(`${notice}/submission`)
    const look = { decision: 'fail', effect: 'poor', words: '仍无签到记录' }
    expect((await world.as(await world.anInspector()).post(`${notice}/reinspection`, look)).status).toBe(200)
    const town = world.as(await world.aTownOrganizer())
    await town.post(`${path}/decision`, { decision: 'refuse', reason: '企业还在' })
    expect(await stateOf()).toBe('retiring')
    const [anew] = (await town.get('/retirements?state=proposed')).as(RetirementPage).items
    expect(anew).toMatchObject({ evidence: 'failed_rectification', reason: '仍无签到记录', proposedBy: null })
    await town.post(`/retirements/${anew?.id}/decision`, { decision: 'refuse', reason: '企业还在' })
    expect(await stateOf()).toBe('open')
  })
})
