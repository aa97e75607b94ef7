import { flagJudgementTable, ratingTable } from '@dj/db/tables/follow/rating.table.ts'
import { AppealSubjects, AppealView } from '@dj/shared/follow/appeal/appeal.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { FlagList, FlagView } from '@dj/shared/follow/rating/flag.schema.ts'
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { aDelivery } from '../../support/deliveries.ts'
import { type Person, test, type World } from '../../support/world.ts'

const good = { attitude: 5, speed: 5, result: 5 }
const look = { quarter: '2026Q4', n: 3, verdict: 'clear', note: '同一会议室现场扫码评价，已核对签到表' }

const rate = (world: World, person: Person, order: { id: string }) =>
  world.as(person).post(`/orders/${order.id}/ratings`, good)

/** An order three members rated within one minute. */
async function aFlagged(world: World, raters?: readonly Person[]) {
  const order = await world.anOpenOrder()
  const doer = await world.aMember({ organization: world.county.farBranch })
  await aDelivery(world, order.id, doer)
  const people = raters ?? [await world.aMember(), await world.aMember(), await world.aMember()]
  for (const person of people) await rate(world, person, order)
  const lead = await world.aCountyOrganizer()
  return { order, doer, lead, flag: must((await flagsOf(world, lead))[0], 'a flag') }
}
const flagsOf = async (world: World, lead: Person) => (await world.as(lead).get('/flags')).as(FlagList).items
const judge = (world: World, lead: Person, flag: { id: string }, wish: object = {}) =>
  world.as(lead).post(`/flags/${flag.id}/judgement`, { ...look, ...wish })
const judgementsIn = (world: World) => world.deps.db.select().from(flagJudgementTable)

describe('a suspicious pattern', () => {
  test('waits for a human, whose word stays beside it; the ratings stay as they are', async ({ world }) => {
    const { order, lead, flag } = await aFlagged(world)
    expect(flag).toMatchObject({ kind: 'same_minute', n: 3, judgement: null, newSince: 0, mayJudge: null })
    const judged = await judge(world, lead, flag)
    expect(judged.status).toBe(201)
    const { verdict, note } = look
    expect(judged.as(FlagView)).toMatchObject({
      id: flag.id,
      judgement: { verdict, note, by: lead.alias },
      newSince: 0,
    })
    const ratings = await world.deps.db.select().from(ratingTable).where(eq(ratingTable.orderId, order.id))
    expect(ratings.map(({ excluded, result }) => [excluded, result])).toEqual(
      Array.from({ length: 3 }, () => [false, 5]),
    )
  })

  test('that has grown is looked at again; a later word stands beside the earlier one', async ({ world }) => {
    const { order, lead, flag } = await aFlagged(world)
    await judge(world, lead, flag)
    await rate(world, await world.aMember(), order)
    expect(await flagsOf(world, lead)).toMatchObject([
      { id: flag.id, n: 4, newSince: 1, judgement: { verdict: 'clear' } },
    ])
    expect((await judge(world, lead, flag)).code).toBe('flag.grown')
    const other = await world.aCountyOrganizer()
    expect((await judge(world, other, flag, { n: 4, verdict: 'doubtful' })).status).toBe(201)
    expect(await flagsOf(world, lead)).toMatchObject([
      { newSince: 0, judgement: { verdict: 'doubtful', by: other.alias } },
    ])
    expect(await judgementsIn(world)).toHaveLength(2)
  })

  test('is judged by the county alone, and by nobody whose own rating is in it', async ({ world }) => {
    const { county } = world
    const member = await world.aMember({ roles: [{ role: 'county_organizer', organization: county.root }] })
    const { flag } = await aFlagged(world, [member, await world.aMember(), await world.aMember()])
    expect(await flagsOf(world, member)).toMatchObject([{ mayJudge: 'flag.own_rating' }])
    expect((await judge(world, member, flag)).code).toBe('flag.own_rating')
    expect((await judge(world, await world.aTownOrganizer(), flag)).code).toBe('auth.forbidden')
    const other = await world.aCountyOrganizer({ county: await world.otherCounty() })
    expect((await judge(world, other, flag)).status).toBe(404)
    expect(await judgementsIn(world)).toEqual([])
  })

  test('mistakes are named; the second click with the same key writes nothing more', async ({ world }) => {
    const { lead, flag } = await aFlagged(world)
    expect((await judge(world, lead, flag, { verdict: 'guilty', note: '', extra: 1 })).fields).toEqual({
      verdict: 'field.not_offered',
      note: 'field.required',
      extra: 'field.unknown',
    })
    expect((await judge(world, lead, { id: '0'.repeat(64) })).status).toBe(404)
    expect((await judge(world, lead, flag, { quarter: '2026Q3' })).status).toBe(404)
    const clicks = await Promise.all(
      [1, 2].map(() => world.as(lead).post(`/flags/${flag.id}/judgement`, look, { key: 'one-look' })),
    )
    expect(clicks.map(({ status }) => status)).toEqual([201, 201])
    expect(await judgementsIn(world)).toHaveLength(1)
  })
})

describe('in doubt', () => {
  test('the county appeals against its ratings, and a third body decides with other grades', async ({ world }) => {
    const { order, lead, flag, doer } = await aFlagged(world)
    const appeal = { subject: 'rating', subjectId: flag.ratingIds[0], reason: '三份评价由同一人代填' }
    expect((await world.as(lead).post('/appeals', appeal)).code).toBe('appeal.not_concerned')
    // Long after the ratings: the county's time runs from its own doubt.
    world.clock.set('2026-11-27T02:00:00Z')
    await judge(world, lead, flag, { verdict: 'doubtful' })
    expect((await world.as(doer).post('/appeals', appeal)).code).toBe('appeal.too_late')
    const filed = (await world.as(lead).post('/appeals', appeal)).as(AppealView)
    expect((await world.as(lead).post(`/appeals/${filed.id}/decision`, decision)).code).toBe('appeal.not_third')
    const third = await world.aCountyOrganizer()
    const decided = (await world.as(third).post(`/appeals/${filed.id}/decision`, decision)).as(AppealView)
    expect(decided).toMatchObject({ before: { ...good, excluded: false }, after: { ...grades, excluded: false } })
    const items = await subjectsOf(world, doer, order)
    expect(items.filter(({ state }) => state === 'changed')).toMatchObject([{ value: good, after: grades }])
  })
})
const grades = { attitude: 3, speed: 3, result: 2 }
const decision = { decision: 'change', grades, reason: '核实后改为本人原意' }

const subjectsOf = async (world: World, person: Person, order: { id: string }) =>
  (await world.as(person).get(`/orders/${order.id}/appealable`)).as(AppealSubjects).items

describe('what can be appealed', () => {
  test('is told those concerned with the time left, not who gave it; raters see their own, strangers nothing', async ({
    world,
  }) => {
    const rater = await world.aMember()
    const { order, doer } = await aFlagged(world, [await world.aMember(), await world.aMember(), rater])
    const own = await subjectsOf(world, rater, order)
    expect(own).toMatchObject([{ mine: true, mayFile: 'appeal.not_concerned', value: good }])
    const items = await subjectsOf(world, doer, order)
    expect(items).toHaveLength(3)
    expect(items[0]).toMatchObject({ subject: 'rating', side: 'member', mayFile: null, state: null, value: good })
    expect(items[0]?.until).toBe('2026-11-25T16:00:00.000Z')
    expect(await subjectsOf(world, await world.aMember(), order)).toEqual([])
    const town = await subjectsOf(world, await world.aTownOrganizer(), order)
    expect(town[0]).toMatchObject({ mayFile: 'appeal.not_concerned' })
    world.clock.set('2026-11-25T16:00:00.000Z')
    expect((await subjectsOf(world, doer, order))[0]).toMatchObject({ mayFile: 'appeal.too_late' })
  })
})
