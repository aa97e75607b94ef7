import { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { NeedReceipt, NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { CalendarView } from '@dj/shared/county/calendar/calendar.schema.ts'
import { RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { CalendarEffect } from '@dj/shared/meet/calendar/calendar-change.schema.ts'
import { describe, expect } from 'vitest'
import { noticeOf2027 } from '../../support/holiday-notices.ts'
import { aNotice } from '../../support/notices.ts'
import { type Client, test, type World } from '../../support/world.ts'

const of2027 = { year: 2027, proposal: { source: 'notice', words: noticeOf2027 } }
const correction = (day: string, isWorking: boolean, note: string | null = null) => ({
  year: 2026,
  proposal: { source: 'correction', days: [{ day, isWorking, note }] },
})

const calendar = async (client: Client, year: number) => (await client.get(`/calendar?year=${year}`)).as(CalendarView)
const preview = async (client: Client, body: object) =>
  (await client.post('/calendar/preview', body)).as(CalendarEffect)
async function save(client: Client, body: object, reason: string | null = '县政府通知调整') {
  const { version } = await calendar(client, 2026)
  return client.post('/calendar', { ...body, reason, version })
}

describe('a year that is missing', () => {
  test('is brought in with the notice, and every deadline that waited gets its end', async ({ world }) => {
    world.clock.set('2026-12-31T02:00:00Z')
    const worker = world.as(await world.aWorker())
    const { need } = (await worker.post('/needs', { body: '希望开设焊工夜校', category: 'skills' })).as(NeedReceipt)
    const organizer = world.as(await world.aCountyOrganizer({ alias: '组织部甲' }))
    expect(await calendar(organizer, 2027)).toMatchObject({ missing: true, days: [], changes: [] })

    const told = await preview(organizer, of2027)
    expect(told).toMatchObject({ bringsYear: true, counts: { set: 1, moved: 0, kept: 0 } })
    // 1 to 3 January are free: the second working day is Tuesday the 5th.
    const move = { kind: 'need', fate: 'set', id: need.id, title: '希望开设焊工夜校', before: null }
    expect(told.deadlines).toEqual([{ ...move, orderId: null, after: '2027-01-05T16:00:00.000Z' }])

    const saved = (await save(organizer, of2027, null)).as(CalendarEffect)
    expect(saved).toEqual({ ...told, version: told.version + 1 })
    expect((await worker.get(`/needs/${need.id}`)).as(NeedView).respondBy).toBe('2027-01-05T16:00:00.000Z')
    const view = await calendar(worker, 2027)
    expect([view.missing, view.days.length, view.version]).toEqual([false, 365, saved.version])
    expect(view.days.filter(({ note }) => note?.startsWith('春节'))).toHaveLength(8)
    expect(view.changes).toMatchObject([{ source: 'notice', changedBy: '组织部甲', reason: null, words: noticeOf2027 }])
    expect(view.changes[0]?.days).toEqual(saved.days)
  })

  test('is not guessed: all seven holidays must be named, and single days cannot be put right', async ({ world }) => {
    const organizer = world.as(await world.aCountyOrganizer())
    const words = noticeOf2027.split('\n').slice(0, -1).join('\n')
    const partly = await organizer.post('/calendar/preview', { year: 2027, proposal: { source: 'notice', words } })
    expect([partly.status, partly.fields]).toEqual([422, { 'proposal.words': 'calendar.holidays_missing' }])
    const day = { ...correction('2027-01-04', false), year: 2027 }
    expect((await organizer.post('/calendar/preview', day)).code).toBe('calendar.day_not_in_year')
  })

  test('is refused at the line that cannot be read for certain', async ({ world }) => {
    const organizer = world.as(await world.aCountyOrganizer())
    const words = noticeOf2027.replace('5月8日（周六）', '5月8日（周日）')
    const reply = await organizer.post('/calendar/preview', { year: 2027, proposal: { source: 'notice', words } })
    expect([reply.status, reply.fields]).toEqual([422, { 'proposal.words.5': 'calendar.read_weekday' }])
  })

  test('comes as a list too', async ({ world }) => {
    const organizer = world.as(await world.aCountyOrganizer())
    const { days } = await preview(organizer, of2027)
    const rows = days.map(({ day, isWorking, note }) => `${day},${isWorking ? '上班' : '休息'},${note ?? ''}`)
    const list = { year: 2027, proposal: { source: 'list', words: ['日期,上班/休息,名称', ...rows].join('\n') } }
    expect((await preview(organizer, list)).days).toEqual(days)
    expect((await save(organizer, list, null)).status).toBe(200)
    expect((await calendar(organizer, 2027)).changes).toMatchObject([{ source: 'list' }])
  })
})

describe('a day of a year that is there', () => {
  /** Issued on Wednesday, 18 November: 15 working days end on 9 December. */
  async function aRunningNotice(world: World) {
    const order = await world.anOpenOrder({ title: '焊工夜校' })
    const id = await aNotice(world, order.id)
    const secretary = world.as(await world.aSecretary())
    const deadline = async () => (await secretary.get(`/rectifications/${id}`)).as(RectificationView).deadlineAt
    return { order, id, deadline, organizer: world.as(await world.aCountyOrganizer()) }
  }

  test('that becomes free moves the deadlines it lies in, exactly as the preview told', async ({ world }) => {
    const { order, id, deadline, organizer } = await aRunningNotice(world)
    expect(await deadline()).toBe('2026-12-09T16:00:00.000Z')
    const freed = correction('2026-11-23', false, '本县放假')
    const told = await preview(organizer, freed)
    const move = { kind: 'rectification', fate: 'moved', id, orderId: order.id, title: '焊工夜校' }
    const ends = { before: '2026-12-09T16:00:00.000Z', after: '2026-12-10T16:00:00.000Z' }
    expect(told.deadlines).toEqual([{ ...move, ...ends }])
    expect((await save(organizer, freed)).as(CalendarEffect)).toEqual({ ...told, version: told.version + 1 })
    expect(await deadline()).toBe(ends.after)
    const [day] = (await calendar(organizer, 2026)).days.filter((each) => each.day === '2026-11-23')
    expect(day).toEqual({ day: '2026-11-23', isWorking: false, note: '本县放假' })
    const log = await world.as(await world.anAdmin('audit_admin')).get('/log?kind=calendar.deadlines_moved')
    expect(log.body).toMatchObject({ items: [{ data: { rectification: 1 } }] })
  })

  test('that is worked takes nothing back that was promised', async ({ world }) => {
    const { id, deadline, organizer } = await aRunningNotice(world)
    const worked = correction('2026-11-21', true, '本县调休上班')
    const told = await preview(organizer, worked)
    expect(told.counts).toEqual({ set: 0, moved: 0, kept: 1 })
    expect(told.deadlines).toMatchObject([{ id, fate: 'kept', after: '2026-12-08T16:00:00.000Z' }])
    expect((await save(organizer, worked)).status).toBe(200)
    expect(await deadline()).toBe('2026-12-09T16:00:00.000Z')
    // A day freed and worked again: what was given stays given.
    await save(organizer, correction('2026-11-23', false, '本县放假'))
    expect(await deadline()).toBe('2026-12-09T16:00:00.000Z')
  })

  test('does not touch a deadline that no longer runs', async ({ world }) => {
    const order = await world.anOpenOrder({ confirmRequired: true })
    const member = world.as(await world.aMember())
    const claim = (await member.post(`/orders/${order.id}/claims`)).as(ClaimView)
    const owner = world.as(await world.aSecretary())
    await owner.post(`/claims/${claim.id}/decision`, { decision: 'accept' })
    const organizer = world.as(await world.aCountyOrganizer())
    expect((await preview(organizer, correction('2026-11-19', false, '本县放假'))).deadlines).toEqual([])
  })

  test('changes with a reason only, and only when it differs', async ({ world }) => {
    const organizer = world.as(await world.aCountyOrganizer())
    const silent = await save(organizer, correction('2026-03-02', false, '本县放假'), null)
    expect([silent.status, silent.fields]).toEqual([422, { reason: 'calendar.reason_missing' }])
    const same = await organizer.post('/calendar/preview', correction('2026-11-23', true))
    expect([same.status, same.code]).toEqual([422, 'calendar.nothing_changes'])
    const elsewhere = await organizer.post('/calendar/preview', { ...correction('2026-11-23', false), year: 2025 })
    expect(elsewhere.code).toBe('calendar.day_not_in_year')
  })
})

test('two change the calendar at once: one saves, the other is told that somebody else did', async ({ world }) => {
  const organizers = [world.as(await world.aCountyOrganizer()), world.as(await world.aCountyOrganizer())]
  const [one] = organizers
  const { version } = await calendar(one ?? world.anonymous(), 2026)
  const days = ['2026-12-01', '2026-12-02']
  const replies = await Promise.all(
    organizers.map((each, n) =>
      each.post('/calendar', { ...correction(days[n] ?? '', false, '本县放假'), reason: '县政府通知', version }),
    ),
  )
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect(replies.map(({ code }) => code)).toContain('calendar.changed_meanwhile')
  const after = await calendar(one ?? world.anonymous(), 2026)
  expect(after.version).toBe(version + 1)
  expect(after.days.filter(({ note }) => note === '本县放假')).toHaveLength(1)
})

test('only a county organizer changes it, and only their own county’s', async ({ world }) => {
  const body = { ...correction('2026-12-01', false, '本县放假'), reason: '县政府通知', version: 0 }
  const others = [
    await world.aTownOrganizer(),
    await world.aSecretary(),
    await world.anAdmin('system_admin'),
    await world.aWorker(),
  ]
  for (const other of others) {
    expect((await world.as(other).post('/calendar', body)).code).toBe('auth.forbidden')
    expect((await world.as(other).post('/calendar/preview', correction('2026-12-01', false))).status).toBe(403)
    expect((await world.as(other).get('/calendar')).as(CalendarView).year).toBe(2026)
  }
  const stranger = world.as(await world.aCountyOrganizer({ county: await world.otherCounty() }))
  expect((await save(stranger, correction('2026-12-01', false, '本县放假'))).status).toBe(200)
  const ours = await calendar(world.as(await world.aMember()), 2026)
  expect(ours.days.find(({ day }) => day === '2026-12-01')?.isWorking).toBe(true)
  expect(ours.changes.filter(({ source }) => source === 'correction')).toEqual([])
})
