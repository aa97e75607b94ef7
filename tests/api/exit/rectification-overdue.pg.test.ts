import { watchRectifications } from '@dj/api/exit/rectifications/watch-rectifications.ts'
import { EventPage, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { RetirementPage } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { expect } from 'vitest'
import { aNotice } from '../../support/notices.ts'
import { test, type World } from '../../support/world.ts'

const watch = (world: World) => watchRectifications(world.deps, world.county.id)
const morning = (day: string) => `${day}T00:35:00Z`

/** Due at the end of 9 December. */
async function aNoticeNobodySubmits(world: World) {
  const order = await world.anOpenOrder()
  const id = await aNotice(world, order.id)
  const owner = world.as(await world.aSecretary())
  const read = async () => (await owner.get(`/rectifications/${id}`)).as(RectificationView)
  const state = async () => (await owner.get(`/orders/${order.id}`)).as(OrderView).state
  return { order, id, owner, read, state }
}

test('three days after the deadline it has failed by rule, and its order’s retirement is proposed', async ({
  world,
}) => {
  const { order, owner, read, state } = await aNoticeNobodySubmits(world)
  world.clock.set(morning('2026-12-10'))
  expect(await watch(world)).toEqual({ lit: 1, nudged: 1, failed: 0 })
  expect(await read()).toMatchObject({ state: 'issued', light: 'red', failsAt: '2026-12-12T16:00:00.000Z' })
  world.clock.set(morning('2026-12-12'))
  expect(await watch(world)).toEqual({ lit: 1, nudged: 0, failed: 0 })
  world.clock.set(morning('2026-12-13'))
  expect(await Promise.all([watch(world), watch(world)])).toEqual(
    expect.arrayContaining([{ lit: 1, nudged: 0, failed: 1 }]),
  )
  expect(await read()).toMatchObject({ state: 'failed', reinspector: null, failsAt: null })
  expect(await state()).toBe('retiring')
  const retirements = (await owner.get('/retirements')).as(RetirementPage).items
  expect(retirements).toMatchObject([{ state: 'proposed', evidence: 'failed_rectification', proposedBy: null }])
  const { items } = (await owner.get(`/orders/${order.id}/events`)).as(EventPage)
  expect(items.filter(({ kind }) => kind === 'rectification.failed')).toMatchObject([
    { who: null, data: { reason: 'not_submitted', deadlineAt: '2026-12-09T16:00:00.000Z' } },
  ])
  const town = world.as(await world.aTownOrganizer())
  const work = (await town.get('/work')).as(WorkView).items
  expect(work.map(({ kind }) => kind)).toContain('retirement.decide')
})

test('however long no process ran, the red light calls a day before', async ({ world }) => {
  const { state } = await aNoticeNobodySubmits(world)
  world.clock.set(morning('2027-01-20'))
  expect(await watch(world)).toEqual({ lit: 1, nudged: 1, failed: 0 })
  expect(await state()).toBe('rectifying')
  world.clock.set(morning('2027-01-21'))
  expect(await watch(world)).toEqual({ lit: 1, nudged: 0, failed: 1 })
})

test('what was submitted waits for its second look, however late that comes', async ({ world }) => {
  const { id, owner, read } = await aNoticeNobodySubmits(world)
  for (const item of [1, 2]) await owner.post(`/rectifications/${id}/items`, { item, done: '已办' })
  world.clock.set(morning('2026-12-10'))
  await watch(world)
  await owner.post(`/rectifications/${id}/submission`)
  world.clock.set(morning('2026-12-20'))
  expect(await watch(world)).toEqual({ lit: 0, nudged: 0, failed: 0 })
  expect((await read()).state).toBe('submitted')
})
