import { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { NeedReceipt, NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { RectificationPage, RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { LibrariesView } from '@dj/shared/build/order/order.schema.ts'
import { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { describe, expect } from 'vitest'
import { administer } from '../../support/database.ts'
import { aNotice } from '../../support/notices.ts'
import { type Person, test, type World } from '../../support/world.ts'

const LAST_DAY = '2026-12-31T02:00:00Z'
const night = { body: '希望开设焊工夜校', category: 'skills' }

/** A need raised on the last day that the calendar knows. */
async function raiseLate(world: World) {
  world.clock.set(LAST_DAY)
  const worker = world.as(await world.aWorker())
  return { worker, need: (await worker.post('/needs', night)).as(NeedReceipt).need }
}

describe('without the calendar of the next year', () => {
  test('a need is taken in, and its deadline waits for the calendar', async ({ world }) => {
    const { worker, need } = await raiseLate(world)
    expect(need).toMatchObject({ state: 'received', respondBy: null })
    expect((await worker.get(`/needs/${need.id}`)).as(NeedView).respondBy).toBeNull()
    const desk = (await world.as(await world.aCountyOrganizer()).get('/work')).as(WorkView)
    expect(desk.items).toContainEqual(
      expect.objectContaining({ kind: 'need.respond', dueAt: null, waitsForCalendar: true, overdue: false }),
    )
  })

  test('a receipt is read', async ({ world }) => {
    world.clock.set(LAST_DAY)
    const filed = await world.anonymous().post('/counties/330382/needs', {
      ...night,
      ...{ requesterKind: 'worker', requesterName: '李四' },
    })
    const { receiptCode } = filed.body as { receiptCode: string }
    expect((await world.anonymous().get(`/receipts/${receiptCode}`)).as(ReceiptView)).toMatchObject({
      state: 'received',
      respondBy: null,
    })
  })

  test('a rectification is issued and extended, and shows no light before its day is known', async ({ world }) => {
    world.clock.set('2026-12-21T02:00:00Z')
    const order = await world.anOpenOrder()
    const id = await aNotice(world, order.id)
    const secretary = world.as(await world.aSecretary())
    const waiting = { deadlineAt: null, workingDaysLeft: null, light: 'green' }
    expect((await secretary.get('/rectifications')).as(RectificationPage).items[0]).toMatchObject(waiting)
    const longer = await secretary.post(`/rectifications/${id}/extension`, { reason: '等签到机到货' })
    expect(longer.as(RectificationView)).toMatchObject({ ...waiting, extended: true })
  })

  test('a retirement goes on notice and is not final before the end of its notice is known', async ({ world }) => {
    world.clock.set(LAST_DAY)
    const order = await world.anOpenOrder()
    const ceased = { evidence: 'need_ceased', reason: '企业已搬迁，需求不再存在' }
    const proposed = await world.as(await world.aSecretary()).post(`/orders/${order.id}/retirements`, ceased)
    const path = `/retirements/${proposed.as(RetirementView).id}`
    const town = world.as(await world.aTownOrganizer())
    const decided = await town.post(`${path}/decision`, { decision: 'approve', reason: '情况属实' })
    expect(decided.as(RetirementView)).toMatchObject({ state: 'on_notice', noticeUntil: null, workingDaysLeft: null })
    expect((await town.post(`${path}/finalisation`)).code).toBe('retirement.notice_waits')
    world.clock.set('2027-01-20T02:00:00Z')
    expect((await town.post(`${path}/finalisation`)).code).toBe('retirement.notice_waits')
    const member = world.as(await world.aMember())
    expect((await member.post(`${path}/objections`, { words: '还有两户需要' })).status).toBe(201)
  })

  test('a claim that asks for confirmation waits, and does not lapse', async ({ world }) => {
    const { sweepClaims } = await import('@dj/api/claim/claims/sweep-claims.ts')
    world.clock.set(LAST_DAY)
    const order = await world.anOpenOrder({ confirmRequired: true })
    const member = world.as(await world.aMember())
    const claim = (await member.post(`/orders/${order.id}/claims`)).as(ClaimView)
    expect(claim).toMatchObject({ state: 'requested', respondBy: null })
    world.clock.set('2027-01-20T02:00:00Z')
    await sweepClaims(world.deps, world.county.id)
    const owner = world.as(await world.aSecretary())
    const accepted = await owner.post(`/claims/${claim.id}/decision`, { decision: 'accept' })
    expect(accepted.as(ClaimView)).toMatchObject({ state: 'active', respondBy: null })
  })

  test('work and libraries are read in January, and say that their working days are counted only to the last known day', async ({
    world,
  }) => {
    await world.anOpenOrder()
    world.clock.set('2027-01-04T02:00:00Z')
    const county = world.as(await world.aCountyOrganizer())
    expect((await county.get('/work')).status).toBe(200)
    const libraries = (await county.get('/libraries')).as(LibrariesView)
    expect(libraries.calendarMissing).toBe(2027)
    expect(libraries.tiers).toContainEqual(expect.objectContaining({ tier: 'C', open: 1, unclaimed7: 1 }))
    expect((await county.get('/orders?unclaimedDays=7')).status).toBe(200)
  })
})

test('from 1 November the organizers have the notice of the missing year among their work, until it is entered', async ({
  world,
}) => {
  const entering = async (who: Person) =>
    (await world.as(who).get('/work')).as(WorkView).items.filter(({ kind }) => kind === 'calendar.enter')
  world.clock.set('2026-10-31T15:59:59Z')
  const organizer = await world.aCountyOrganizer()
  expect(await entering(organizer)).toEqual([])
  world.clock.set('2026-10-31T16:00:00Z')
  const item = { subject: { kind: 'calendar', id: '2027' }, title: '2027', dueAt: '2026-12-31T16:00:00.000Z' }
  expect(await entering(organizer)).toMatchObject([{ ...item, overdue: false }])
  expect(await entering(await world.aTownOrganizer())).toEqual([])
  world.clock.set('2027-01-04T02:00:00Z')
  expect(await entering(await world.aCountyOrganizer())).toMatchObject([{ ...item, overdue: true }])
  await administer(
    world.url,
    (owner) => owner`insert into calendar_day (county_id, day, is_working)
      select '330382', d::date, extract(isodow from d) < 6 from generate_series('2027-01-01'::date, '2027-12-31', '1 day') d`,
  )
  expect(await entering(await world.aCountyOrganizer())).toEqual([])
})

describe('once the year is there', () => {
  test('every deadline that waited is set, in the transaction that brings the calendar in', async ({ world }) => {
    const { fillCalendar } = await import('@dj/api/meet/calendar/fill-calendar.ts')
    await forgetFrom(world, '2026-01-01')
    world.clock.set('2025-12-31T02:00:00Z')
    const worker = world.as(await world.aWorker())
    const { need } = (await worker.post('/needs', night)).as(NeedReceipt)
    const order = await world.anOpenOrder()
    const notice = await aNotice(world, order.id)
    expect(need.respondBy).toBeNull()
    expect(await fillCalendar(world.deps, world.county.id)).toEqual({ year: 2026, known: true })
    // 1 to 3 January 2026 are off, Sunday the 4th is a working day.
    expect((await worker.get(`/needs/${need.id}`)).as(NeedView).respondBy).toBe('2026-01-05T16:00:00.000Z')
    const seen = (await world.as(await world.aSecretary()).get(`/rectifications/${notice}`)).as(RectificationView)
    expect(seen).toMatchObject({ deadlineAt: '2026-01-22T16:00:00.000Z', workingDaysLeft: 15 })
  })

  test('what was taken in meanwhile is set by the job', async ({ world }) => {
    const { settleWaiting } = await import('@dj/api/meet/calendar/settle-deadlines.ts')
    const { worker, need } = await raiseLate(world)
    expect(await settleWaiting(world.deps, world.county.id)).toEqual({})
    await administer(
      world.url,
      (owner) => owner`insert into calendar_day (county_id, day, is_working)
        select '330382', d::date, extract(isodow from d) < 6 from generate_series('2027-01-01'::date, '2027-12-31', '1 day') d`,
    )
    expect(await settleWaiting(world.deps, world.county.id)).toEqual({ need: 1 })
    expect((await worker.get(`/needs/${need.id}`)).as(NeedView).respondBy).toBe('2027-01-04T16:00:00.000Z')
    expect(await settleWaiting(world.deps, world.county.id)).toEqual({})
  })
})

const forgetFrom = (world: World, day: string) =>
  administer(world.url, (owner) => owner`delete from calendar_day where day >= ${day}`)
