import { sweepPoorRatings } from '@dj/api/follow/ratings/sweep-poor-ratings.ts'
import { findingTable } from '@dj/db/tables/follow/finding.table.ts'
import { rectificationTable } from '@dj/db/tables/exit/rectification.table.ts'
import { retirementTable } from '@dj/db/tables/exit/retirement.table.ts'
import { orderTable } from '@dj/db/tables/build/order.table.ts'
import { AppealPage, AppealView } from '@dj/shared/follow/appeal/appeal.schema.ts'
import { FindingView } from '@dj/shared/follow/finding/finding.schema.ts'
import { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { RatingView } from '@dj/shared/follow/rating/rating.schema.ts'
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { aDelivery } from '../../support/deliveries.ts'
import { aFinding, uploadPhoto } from '../../support/findings.ts'
import { aRunningRound } from '../../support/rounds.ts'
import { type Person, test, type World } from '../../support/world.ts'

const poor = { attitude: 1, speed: 2, result: 1 }
const reason = '与现场情况不符'

/** An order of the first branch somebody from elsewhere delivered, with one poor rating. */
async function aRated(world: World) {
  const order = await world.anOpenOrder()
  const doer = await world.aMember({ organization: world.county.farBranch })
  await aDelivery(world, order.id, doer)
  const rater = await world.aMember()
  const rating = (await world.as(rater).post(`/orders/${order.id}/ratings`, poor)).as(RatingView)
  return { order, doer, rater, rating }
}

/** An order with a final finding. */
async function aFound(
  world: World,
  wish: Parameters<typeof aFinding>[0],
  on: Parameters<World['anOpenOrder']>[0] = {},
) {
  const inspector = await world.anInspector()
  const order = await world.anOpenOrder(on)
  const finding = await find(world, order, inspector, wish)
  return { order, inspector, finding, owner: await world.aSecretary() }
}
async function find(world: World, order: { id: string }, inspector: Person, wish: Parameters<typeof aFinding>[0]) {
  const round = await aRunningRound(world, [{ order, inspectors: [inspector] }])
  const client = world.as(inspector)
  const sent = { ...aFinding(wish), attachmentIds: [await uploadPhoto(client)] }
  return (await client.post(`/inspections/${round.id}/${order.id}/finding`, sent)).as(FindingView)
}

const file = (world: World, person: Person, subject: 'rating' | 'finding', subjectId: string) =>
  world.as(person).post('/appeals', { subject, subjectId, reason })
const decide = (world: World, person: Person, appeal: { id: string }, decision: object) =>
  world.as(person).post(`/appeals/${appeal.id}/decision`, { reason, ...decision })
const stateOf = async (world: World, order: { id: string }) =>
  (await world.deps.db.select().from(orderTable).where(eq(orderTable.id, order.id)))[0]?.state
const noticesOf = (world: World, order: { id: string }) =>
  world.deps.db.select().from(rectificationTable).where(eq(rectificationTable.orderId, order.id))
const retirementsOf = (world: World, order: { id: string }) =>
  world.deps.db.select().from(retirementTable).where(eq(retirementTable.orderId, order.id))

describe('filing', () => {
  test('who did the work or leads the owner appeals, once; the rater and strangers are not concerned', async ({
    world,
  }) => {
    const { doer, rater, rating } = await aRated(world)
    const stranger = await world.aMember({ organization: world.county.farBranch })
    for (const person of [rater, stranger]) {
      expect((await file(world, person, 'rating', rating.id)).code).toBe('appeal.not_concerned')
    }
    const filed = (await file(world, doer, 'rating', rating.id)).as(AppealView)
    expect(filed).toMatchObject({
      state: 'filed',
      before: { ...poor, excluded: false },
      after: null,
      filedBy: doer.alias,
    })
    expect(filed.decideBy).toBe('2026-11-25T16:00:00.000Z')
    const lead = await world.aSecretary()
    expect((await file(world, lead, 'rating', rating.id)).code).toBe('appeal.exists')
    const reply = await world.as(rater).post(`/orders/${rating.orderId}/ratings`, { ...poor, result: 5 })
    expect(reply.code).toBe('appeal.exists')
  })

  test('two at once: one appeal; the second click with the same key gets the same reply', async ({ world }) => {
    const { doer, rating } = await aRated(world)
    const body = { subject: 'rating', subjectId: rating.id, reason }
    const replies = await Promise.all([
      file(world, doer, 'rating', rating.id),
      file(world, await world.aSecretary(), 'rating', rating.id),
    ])
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const { rating: other, doer: another } = await aRated(world)
    const clicks = await Promise.all(
      [1, 2].map(() => world.as(another).post('/appeals', { ...body, subjectId: other.id }, { key: 'one-appeal' })),
    )
    expect(clicks.map(({ status }) => status)).toEqual([201, 201])
    expect(clicks[0]?.as(AppealView).id).toBe(clicks[1]?.as(AppealView).id)
  })

  test('within five working days, counted from the last change', async ({ world }) => {
    const { doer, rating } = await aRated(world)
    world.clock.set('2026-11-25T16:00:00.000Z')
    expect((await file(world, doer, 'rating', rating.id)).code).toBe('appeal.too_late')
    world.clock.set('2026-11-25T15:59:59.999Z')
    expect((await file(world, doer, 'rating', rating.id)).status).toBe(201)
  })

  test('a draft, nothing, and what lies in another county do not exist; mistakes are named', async ({ world }) => {
    const { doer, rating } = await aRated(world)
    expect((await file(world, doer, 'finding', rating.id)).status).toBe(404)
    const other = await world.aSecretary(undefined, { county: await world.otherCounty() })
    expect((await file(world, other, 'rating', rating.id)).status).toBe(404)
    const wrong = await world.as(doer).post('/appeals', { subject: 'order', subjectId: rating.id, extra: 1 })
    expect(wrong.fields).toEqual({ subject: 'field.not_offered', reason: 'field.required', extra: 'field.unknown' })
  })
})

describe('deciding', () => {
  test('by a third body alone, and once', async ({ world }) => {
    const { order, inspector, finding, owner } = await aFound(world, { effect: 'fair', verdict: 'rectify' })
    const appeal = (await file(world, owner, 'finding', finding.id)).as(AppealView)
    expect((await world.as(owner).get(`/orders/${order.id}/findings`)).body).toMatchObject({
      items: [{ upheld: 'appealed' }],
    })
    for (const person of [owner, inspector]) {
      expect((await decide(world, person, appeal, { decision: 'keep' })).code).toBe('auth.forbidden')
    }
    const [town, county] = [await world.aTownOrganizer(), await world.aCountyOrganizer()]
    const farTown = await world.aTownOrganizer(world.county.towns[1])
    expect((await decide(world, farTown, appeal, { decision: 'keep' })).code).toBe('auth.forbidden')
    const stranger = await world.aCountyOrganizer({ county: await world.otherCounty() })
    expect((await decide(world, stranger, appeal, { decision: 'keep' })).status).toBe(404)
    const replies = await Promise.all([town, county].map((each) => decide(world, each, appeal, { decision: 'keep' })))
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(replies.find(({ status }) => status === 409)?.code).toBe('appeal.decided')
    expect(replies.find(({ status }) => status === 200)?.as(AppealView)).toMatchObject({ state: 'kept', after: null })
    expect((await world.as(owner).get(`/orders/${order.id}/findings`)).body).toMatchObject({
      items: [{ upheld: 'standing' }],
    })
    expect(await stateOf(world, order)).toBe('rectifying')
  })

  test("the owner's own organizers decide only where nobody stands above them", async ({ world }) => {
    const townLead = await world.aTownOrganizer()
    const ofTown = await aFound(world, { effect: 'fair', verdict: 'rectify' }, { tier: 'B' })
    const one = (await file(world, townLead, 'finding', ofTown.finding.id)).as(AppealView)
    expect((await decide(world, await world.aTownOrganizer(), one, { decision: 'keep' })).code).toBe('appeal.not_third')
    expect((await decide(world, await world.aCountyOrganizer(), one, { decision: 'keep' })).status).toBe(200)
    world.clock.set('2026-08-19T02:00:00Z')
    const countyLead = await world.aCountyOrganizer()
    const ofCounty = await aFound(world, { effect: 'fair', verdict: 'rectify' }, { tier: 'A' })
    const two = (await file(world, countyLead, 'finding', ofCounty.finding.id)).as(AppealView)
    expect((await decide(world, countyLead, two, { decision: 'keep' })).code).toBe('appeal.not_third')
    expect((await decide(world, await world.aCountyOrganizer(), two, { decision: 'keep' })).status).toBe(200)
  })

  test('a change must change something that fits', async ({ world }) => {
    const { finding, owner } = await aFound(world, { effect: 'poor', verdict: 'rectify' })
    const appeal = (await file(world, owner, 'finding', finding.id)).as(AppealView)
    const town = await world.aTownOrganizer()
    const change = (more: object) => decide(world, town, appeal, { decision: 'change', ...more })
    expect((await change({})).code).toBe('appeal.nothing_changed')
    expect((await change({ excluded: true })).code).toBe('appeal.nothing_changed')
    expect((await change({ verdict: 'pass' })).code).toBe('finding.verdict_mismatch')
    expect((await change({ effect: 'best' })).fields).toEqual({ effect: 'field.not_offered' })
    expect((await change({ effect: 'fair' })).status).toBe(200)
  })
})

describe('what a change brings about', () => {
  test('a finding that passes now voids its rectification: the order is back at work, both values are kept', async ({
    world,
  }) => {
    const { order, finding, owner } = await aFound(world, { effect: 'poor', verdict: 'rectify' })
    expect(await stateOf(world, order)).toBe('rectifying')
    const appeal = (await file(world, owner, 'finding', finding.id)).as(AppealView)
    const values = { effect: 'good', verdict: 'pass' }
    const decided = (await decide(world, await world.aTownOrganizer(), appeal, { decision: 'change', ...values })).as(
      AppealView,
    )
    expect(decided).toMatchObject({ state: 'changed', before: { effect: 'poor', verdict: 'rectify' }, after: values })
    expect(decided.effects).toEqual(['rectification.voided'])
    expect(await stateOf(world, order)).toBe('open')
    expect(await noticesOf(world, order)).toMatchObject([{ state: 'void', decision: reason }])
    const [stored] = await world.deps.db.select().from(findingTable).where(eq(findingTable.id, finding.id))
    expect(stored).toMatchObject({ ...values, upheld: 'changed' })
  })

  test('a proposal to retire that the verdict made is withdrawn, and a milder verdict takes its place', async ({
    world,
  }) => {
    const { order, finding, owner } = await aFound(world, { effect: 'poor', verdict: 'propose_retirement' })
    expect(await stateOf(world, order)).toBe('retiring')
    const appeal = (await file(world, owner, 'finding', finding.id)).as(AppealView)
    const reply = await decide(world, await world.aTownOrganizer(), appeal, { decision: 'change', verdict: 'rectify' })
    expect(reply.as(AppealView).effects).toEqual(['rectification.issued', 'retirement.withdrawn'])
    expect(await retirementsOf(world, order)).toMatchObject([{ state: 'withdrawn' }])
    expect(await noticesOf(world, order)).toMatchObject([{ state: 'issued', findingId: finding.id }])
    expect(await stateOf(world, order)).toBe('rectifying')
  })

  test('a second 差 that is none any more no longer proposes; the earlier rectification goes on', async ({ world }) => {
    world.clock.set('2026-08-19T02:00:00Z')
    const { order, owner } = await aFound(world, { effect: 'poor', verdict: 'rectify' })
    world.clock.set('2026-11-18T02:00:00Z')
    const second = await find(world, order, await world.anInspector(), { effect: 'poor', verdict: 'rectify' })
    expect(await retirementsOf(world, order)).toMatchObject([{ evidence: 'second_poor', state: 'proposed' }])
    const appeal = (await file(world, owner, 'finding', second.id)).as(AppealView)
    const values = { decision: 'change', effect: 'good', verdict: 'pass' }
    expect((await decide(world, await world.aTownOrganizer(), appeal, values)).status).toBe(200)
    expect(await retirementsOf(world, order)).toMatchObject([{ state: 'withdrawn' }])
    expect(await noticesOf(world, order)).toMatchObject([{ state: 'issued' }])
    expect(await stateOf(world, order)).toBe('rectifying')
  })

  test('an excluded rating leaves the summary, and a rectification that rested on it ends', async ({ world }) => {
    const { order, doer, rating } = await aRated(world)
    for (let n = 0; n < 4; n += 1) await world.as(await world.aMember()).post(`/orders/${order.id}/ratings`, poor)
    expect((await sweepPoorRatings(world.deps, world.county.id)).issued).toBe(1)
    expect(await stateOf(world, order)).toBe('rectifying')
    const appeal = (await file(world, doer, 'rating', rating.id)).as(AppealView)
    const decided = await decide(world, await world.aTownOrganizer(), appeal, { decision: 'change', excluded: true })
    expect(decided.as(AppealView)).toMatchObject({
      before: { ...poor, excluded: false },
      after: { ...poor, excluded: true },
    })
    const view = (await world.as(doer).get(`/orders/${order.id}`)).as(OrderView)
    expect(view.ratings).toMatchObject([{ n: 4 }])
    expect(view.state).not.toBe('rectifying')
    expect(await noticesOf(world, order)).toMatchObject([{ state: 'void' }])
    expect((await sweepPoorRatings(world.deps, world.county.id)).issued).toBe(0)
  })
})

describe('the list', () => {
  test('shows appeals to those concerned and to those above, page by page, with who may decide', async ({ world }) => {
    const { order, doer, rater, rating } = await aRated(world)
    await file(world, doer, 'rating', rating.id)
    const second = await aRated(world)
    await file(world, second.doer, 'rating', second.rating.id)
    const list = async (person: Person, query = '') => (await world.as(person).get(`/appeals${query}`)).as(AppealPage)
    const town = await world.aTownOrganizer()
    expect(await list(town)).toMatchObject({ total: 2, items: [{ mayDecide: null }, { mayDecide: null }] })
    expect(await list(doer)).toMatchObject({
      total: 1,
      items: [{ order: { id: order.id }, mayDecide: 'auth.forbidden' }],
    })
    expect((await list(rater)).total).toBe(1)
    expect((await list(await world.aMember({ organization: world.county.farBranch }))).total).toBe(0)
    expect((await list(await world.aTownOrganizer(world.county.towns[1]))).total).toBe(0)
    const first = await list(town, '?limit=1')
    const rest = await list(town, `?limit=1&cursor=${first.nextCursor}`)
    expect([first, rest].flatMap(({ items }) => items.map(({ order: { id } }) => id))).toEqual([
      second.order.id,
      order.id,
    ])
    expect(rest.nextCursor).toBeNull()
    expect((await list(town, `?orderId=${order.id}&state=kept`)).items).toEqual([])
    expect((await world.as(town).get('/appeals?cursor=x')).code).toBe('request.bad_cursor')
  })
})
