import { NeedPage } from '@dj/shared/collect/need/need.schema.ts'
import { RectificationPage } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { termGroups } from '@dj/db/queries/meet/working-deadlines.ts'
import { CalendarView } from '@dj/shared/county/calendar/calendar.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { addDays, CivilDate } from '@dj/shared/platform/time/quarter.ts'
import { expect } from 'vitest'
import { noticeOf2027 } from '../../support/holiday-notices.ts'
import { Day, everybody, type Ids, readings, settledThings } from '../../support/day-by-day.ts'
import { aFinding, uploadPhoto } from '../../support/findings.ts'
import { aNotice } from '../../support/notices.ts'
import { aRunningRound, type BuiltRound } from '../../support/rounds.ts'
import { submit } from '../../support/visits.ts'
import { type BuiltOrder, type Person, test, type World } from '../../support/world.ts'

const [FIRST, DAYS] = [CivilDate.parse('2026-11-01'), 92]
const morning = (day: string) => `${day}T10:00:00+08:00`
/** Late: three weeks of January are played without the calendar of the year. */
const BROUGHT = CivilDate.parse('2027-01-22')
/** What everybody begins their day with. */
const byMany = new Set(['work.read', 'library.list'])

interface Stage {
  round: BuiltRound
  inspector: Person
  toInspect: BuiltOrder[]
  ids: Ids
}

/** An order of every age, a round under way with an order for every week, a notice and a need. */
async function setUp(world: World, settled: Ids): Promise<Stage> {
  const inspector = await world.anInspector()
  const toInspect = await Promise.all(Array.from({ length: 14 }, () => world.anOpenOrder()))
  const round = await aRunningRound(
    world,
    toInspect.map((order) => ({ order, inspectors: [inspector] })),
  )
  const [order, noticed] = [await world.anOpenOrder(), await world.anOpenOrder()]
  const retirement = await retire(world)
  const things = { orders: order.id, needs: (await world.aNeed()).id, rounds: round.id, retirements: retirement.id }
  const ids = { ...settled, ...things, rectifications: await aNotice(world, noticed.id) }
  return { round, inspector, toInspect, ids }
}

/** The words of the three ways in; whoever speaks is heard. */
async function intake(world: World, day: Day, n: number): Promise<void> {
  const night = { body: `希望开设第${n}期焊工夜校`, category: 'skills' }
  const stranger = { ...night, requesterKind: 'worker', requesterName: '李四' }
  const call = { ...night, channel: 'hotline', requesterKind: 'worker', organizationId: world.county.enterprise.id }
  await day.must('need by account', world.as(await world.aWorker()).post('/needs', night))
  await day.must('need by telephone', world.as(await world.anOperator()).post('/needs', call))
  const filed = await day.must('need by the open form', world.anonymous().post('/counties/330382/needs', stranger))
  const { receiptCode } = Object(filed.body)
  if (filed.status === 201) await day.must('receipt', world.anonymous().get(`/receipts/${receiptCode}`))
}

async function retire(world: World): Promise<RetirementView> {
  const ceased = { evidence: 'need_ceased', reason: '企业已搬迁，需求不再存在' }
  const order = await world.anOpenOrder()
  const secretary = world.as(await world.aSecretary())
  return (await secretary.post(`/orders/${order.id}/retirements`, ceased)).as(RetirementView)
}

/** Once a week: acts whose deadlines are counted in working days. */
async function deadlines(world: World, day: Day, { round, inspector, toInspect }: Stage, week: number): Promise<void> {
  const asked = await world.anOpenOrder({ confirmRequired: true })
  await day.must('claim', world.as(await world.aMember()).post(`/orders/${asked.id}/claims`))

  const client = world.as(inspector)
  const found = {
    verdict: 'rectify',
    effect: 'fair',
    words: '记录不全，限期补齐',
    writtenAt: world.clock.now().toISOString(),
  }
  const finding = aFinding({ ...found, attachmentIds: [await uploadPhoto(client, week)] } as Parameters<
    typeof aFinding
  >[0])
  await day.must('finding', submit(client, round, must(toInspect[week], 'an order of the week'), finding))

  const secretary = world.as(await world.aSecretary())
  const { items } = (await secretary.get('/rectifications?state=issued&limit=50')).as(RectificationPage)
  const notice = items.find(({ extended }) => !extended)
  if (notice)
    await day.must('extension', secretary.post(`/rectifications/${notice.id}/extension`, { reason: '等签到机到货' }))

  const { id } = await retire(world)
  const approve = { decision: 'approve', reason: '情况属实' }
  await day.must('decision', world.as(await world.aTownOrganizer()).post(`/retirements/${id}/decision`, approve))
}

/** What waits for the calendar: which kind of deadline, since which day. */
const waiting = ({ deps, county }: World) => termGroups(deps.db, county.id, { waitingOnly: true })

interface Played {
  faults: string[]
  /** Reads of which nobody was shown anything. */
  hidden: string[]
  /** How many kinds and days of deadlines waited for the calendar, evening by evening. */
  waited: Map<string, number>
}

/** Every day from 1 November to 31 January all operations once; in the morning of its day the year's calendar is brought in. */
async function play(world: World): Promise<Played> {
  world.clock.set(morning(FIRST))
  const people = await everybody(world)
  const settled = await settledThings(world)
  const stage = await setUp(world, settled)
  const { shown, hidden } = await readings(people, stage.ids)
  const played: Played = { faults: [], hidden, waited: new Map() }
  let week = 0
  for (let n = 0; n < DAYS; n += 1) {
    const date = addDays(FIRST, n)
    world.clock.set(morning(date))
    const day = new Day(date)
    if (date === BROUGHT) await bringYear(world)
    await day.work(world)
    await Promise.all(shown.map((each) => day.read(each, stage.ids, n, byMany.has(each.route.spec.operation))))
    await day.act(people, settled, n)
    await intake(world, day, n)
    if (n >= week * 7) await deadlines(world, day, stage, week++)
    played.faults.push(...day.faults)
    played.waited.set(date, (await waiting(world)).length)
  }
  return played
}

/** They need a closed round, a receipt's own code, a talk, or the address of an open desk, or they say no more than yes. */
const shownElsewhere =
  'bulletin.read county.desk receipt.read round.bundle session.confirmation talk.earlier talk.earlier_by_receipt'

test('the year turns without its calendar: all is read, every voice is heard, deadlines wait, and are set on the day it is entered', async ({
  world,
}) => {
  const { faults, hidden, waited } = await play(world)
  expect(hidden.toSorted().join(' ')).toBe(shownElsewhere)
  expect(faults).toEqual([])
  expect(waited.get('2026-11-16')).toBe(0)
  expect(waited.get(addDays(BROUGHT, -1))).toBeGreaterThan(30)
  expect([...waited].filter(([day, n]) => day >= BROUGHT && n > 0)).toEqual([])
  const { items } = (await world.as(await world.aCountyOrganizer()).get('/needs?limit=50')).as(NeedPage)
  expect(items.filter(({ respondBy }) => respondBy === null)).toEqual([])
}, 600_000)

/** As an organizer does: the notice of the State Council is pasted. */
async function bringYear(world: World): Promise<void> {
  const organizer = world.as(await world.aCountyOrganizer())
  const { version } = (await organizer.get('/calendar?year=2027')).as(CalendarView)
  const proposal = { source: 'notice', words: noticeOf2027 }
  expect((await organizer.post('/calendar', { year: 2027, proposal, reason: null, version })).status).toBe(200)
}
