import { sweepPoorRatings } from '@dj/api/follow/ratings/sweep-poor-ratings.ts'
import { updateRound } from '@dj/db/queries/follow/rounds.ts'
import { rectificationTable } from '@dj/db/tables/exit/rectification.table.ts'
import { orderTable } from '@dj/db/tables/build/order.table.ts'
import { ratingTable } from '@dj/db/tables/follow/rating.table.ts'
import { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { FlagList } from '@dj/shared/follow/rating/flag.schema.ts'
import { RatingView } from '@dj/shared/follow/rating/rating.schema.ts'
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { owner } from '../../support/bundles.ts'
import { aDelivery } from '../../support/deliveries.ts'
import { aRunningRound } from '../../support/rounds.ts'
import { type Person, test, type World } from '../../support/world.ts'

const good = { attitude: 5, speed: 5, result: 5 }
const poor = { attitude: 1, speed: 2, result: 1 }
const rate = (
  world: World,
  person: Person,
  order: { id: string },
  grades: object,
  headers: Record<string, string> = {},
) => world.as(person).post(`/orders/${order.id}/ratings`, grades, { headers })
const ratingsOf = (world: World, order: { id: string }) =>
  world.deps.db.select().from(ratingTable).where(eq(ratingTable.orderId, order.id))

/** An order of the first branch that somebody from elsewhere delivered, so that its own members may rate. */
async function aDelivered(world: World, wish: Parameters<World['anOpenOrder']>[0] = {}) {
  const order = await world.anOpenOrder(wish)
  const doer = await world.aMember({ organization: world.county.farBranch })
  await aDelivery(world, order.id, doer)
  return { order, doer }
}

describe('by telephone', () => {
  test('an operator who did not handle the order enters what the requester said, once a quarter', async ({ world }) => {
    const need = await world.aNeed()
    const { order } = await aDelivered(world, { needs: [need] })
    const operator = await world.anOperator()
    const told = { ...good, telephone: true, needId: need.id }
    expect((await rate(world, operator, order, told)).as(RatingView)).toMatchObject({
      side: 'enterprise',
      changed: false,
    })
    expect((await rate(world, operator, order, { ...told, result: 2 })).as(RatingView)).toMatchObject({
      changed: true,
      result: 2,
    })
    expect(await ratingsOf(world, order)).toMatchObject([
      { enteredBy: operator.id, raterNeedId: need.id, device: null },
    ])
    const events = await world.as(operator).get(`/orders/${order.id}/events`)
    expect(JSON.stringify(events.body)).toContain(`"enteredBy":"${operator.id}"`)
  })

  test('whoever handled the order does not enter its ratings', async ({ world }) => {
    const need = await world.aNeed()
    const operator = await world.anOperator()
    const { order: answered } = await aDelivered(world, { needs: [need] })
    const requester = await world.aMember({ organization: world.county.farBranch })
    await aDelivery(world, answered.id, requester, {
      answer: 'solved',
      answerVia: 'telephone',
      answeredBy: operator.id,
      answeredAt: world.clock.now(),
    })
    const { order: written } = await aDelivered(world, { needs: [need], authorId: operator.id })
    const { order: done } = await aDelivered(world, { needs: [need] })
    await aDelivery(world, done.id, operator)
    for (const order of [answered, written, done]) {
      const reply = await rate(world, operator, order, { ...good, telephone: true, needId: need.id })
      expect(reply.code).toBe('rating.entered_by_handler')
    }
  })

  test('only an operator, and only for a need behind the order', async ({ world }) => {
    const need = await world.aNeed()
    const { order } = await aDelivered(world, { needs: [need] })
    const told = { ...good, telephone: true, needId: need.id }
    expect((await rate(world, await world.aScout(), order, told)).code).toBe('auth.forbidden')
    const operator = await world.anOperator()
    expect((await rate(world, operator, order, { ...good, telephone: true })).fields).toEqual({
      needId: 'rating.need_missing',
    })
    const other = await world.aNeed()
    expect((await rate(world, operator, order, { ...told, needId: other.id })).status).toBe(404)
    expect((await rate(world, operator, order, good)).code).toBe('auth.forbidden')
    const far = await world.anOperator({ county: await world.otherCounty() })
    expect((await rate(world, far, order, told)).status).toBe(404)
  })
})

describe('who and when', () => {
  test('who delivered for the claimant does not rate either', async ({ world }) => {
    const { order, doer } = await aDelivered(world)
    const lead = await world.aMember()
    await aDelivery(world, order.id, doer, { deliveredBy: lead.id })
    expect((await rate(world, lead, order, good)).code).toBe('rating.own_work')
  })

  test('no grade is preset, and each lies within the five', async ({ world }) => {
    const { order } = await aDelivered(world)
    const member = await world.aMember()
    expect((await rate(world, member, order, {})).fields).toEqual({
      attitude: 'field.required',
      speed: 'field.required',
      result: 'field.required',
    })
    expect((await rate(world, member, order, { ...good, speed: 6, star: 1 })).fields).toEqual({
      speed: 'field.too_big',
      star: 'field.unknown',
    })
  })

  test('a rating is changed until the round of its quarter is closed, and the next quarter has its own', async ({
    world,
  }) => {
    const { order } = await aDelivered(world)
    const member = await world.aMember()
    const round = await aRunningRound(world, [])
    expect((await rate(world, member, order, poor)).as(RatingView).changed).toBe(false)
    expect((await rate(world, member, order, good)).as(RatingView).changed).toBe(true)
    await world.deps.withTx(world.county.id, (tx) => updateRound(tx, world.county.id, round.id, { state: 'closed' }))
    expect((await rate(world, member, order, poor)).code).toBe('rating.quarter_closed')
    world.clock.set('2027-01-04T02:00:00Z')
    expect((await rate(world, member, order, poor)).as(RatingView)).toMatchObject({ quarter: '2027Q1', changed: false })
    expect(await ratingsOf(world, order)).toHaveLength(2)
  })

  test('the same person twice at once: one rating', async ({ world }) => {
    const { order } = await aDelivered(world)
    const member = await world.aMember()
    const replies = await Promise.all([good, poor].map((grades) => rate(world, member, order, grades)))
    expect(replies.map(({ status }) => status)).toEqual([201, 201])
    expect(await ratingsOf(world, order)).toHaveLength(1)
  })

  test('an excluded rating leaves the summary; its rater still sees it', async ({ world }) => {
    const { order } = await aDelivered(world)
    const [one, two] = [await world.aMember(), await world.aMember()]
    await rate(world, one, order, good)
    await rate(world, two, order, poor)
    await owner(world, `update rating set excluded = true where rater_person_id = '${two.id}'`)
    const view = (await world.as(two).get(`/orders/${order.id}`)).as(OrderView)
    expect(view.ratings).toMatchObject([{ side: 'member', n: 1, satisfied: 1 }])
    expect(view.myRating).toMatchObject(poor)
  })
})

describe('suspicious patterns', () => {
  const flagsOf = async (world: World) =>
    (await world.as(await world.aCountyOrganizer()).get('/flags')).as(FlagList).items

  test('three raters on one device are shown, whoever they are; two are not', async ({ world }) => {
    const phone = { 'user-agent': 'One phone' }
    const orders = [(await aDelivered(world)).order, (await aDelivered(world)).order, (await aDelivered(world)).order]
    for (const [i, order] of orders.entries()) {
      expect((await flagsOf(world)).length).toBe(0)
      expect((await rate(world, await world.aMember(), order, good, phone)).status).toBe(201)
      world.clock.advance({ minutes: i + 5 })
    }
    const flags = await flagsOf(world)
    expect(flags).toMatchObject([{ kind: 'same_device', n: 3 }])
    expect(flags[0]?.orders.map(({ id }) => id).toSorted()).toEqual(orders.map(({ id }) => id).toSorted())
    expect(JSON.stringify(flags)).not.toContain('phone')
  })

  test('three ratings of one order within a minute are shown, and nothing happens to them', async ({ world }) => {
    const { order } = await aDelivered(world)
    for (let n = 0; n < 3; n += 1) await rate(world, await world.aMember(), order, good)
    expect(await flagsOf(world)).toMatchObject([{ kind: 'same_minute', n: 3 }])
    const view = (await world.as(await world.aMember()).get(`/orders/${order.id}`)).as(OrderView)
    expect(view.ratings).toMatchObject([{ n: 3 }])
  })

  test('two organizations that praise each other again and again are shown', async ({ world }) => {
    const {
      branches: [ours],
      farBranch: theirs,
    } = world.county
    for (const [owner, doers] of [
      [ours, theirs],
      [theirs, ours],
    ] as const) {
      for (let n = 0; n < 2; n += 1) {
        const order = await world.anOpenOrder({ owner })
        await aDelivery(world, order.id, await world.aMember({ organization: doers }))
        expect((await rate(world, await world.aMember({ organization: owner }), order, good)).status).toBe(201)
      }
    }
    expect(await flagsOf(world)).toMatchObject([
      { kind: 'reciprocal', n: 4, organizations: [ours.name, theirs.name].toSorted() },
    ])
  })

  test('are for the county alone, and another county has its own', async ({ world }) => {
    expect((await world.as(await world.aTownOrganizer()).get('/flags')).code).toBe('auth.forbidden')
    const other = await world.aCountyOrganizer({ county: await world.otherCounty() })
    expect((await world.as(other).get('/flags?quarter=2026Q4')).as(FlagList)).toEqual({ quarter: '2026Q4', items: [] })
    expect((await world.as(other).get('/flags?quarter=2026')).fields).toEqual({ quarter: 'field.invalid' })
  })
})

describe('poor ratings', () => {
  test('issue a rectification with the rule and its inputs, once for the same ratings', async ({ world }) => {
    const { order } = await aDelivered(world)
    for (let n = 0; n < 5; n += 1) await rate(world, await world.aMember(), order, poor)
    expect(await sweepPoorRatings(world.deps, world.county.id)).toEqual({ poor: 1, issued: 1 })
    const inputs = { ratings: 5, satisfied: 0, answers: 0, notSolved: 0 }
    const notices = () => world.deps.db.select().from(rectificationTable)
    expect(await notices()).toMatchObject([
      { orderId: order.id, cause: 'poor_rating', facts: { settingsVersion: 1, inputs, reason: 'satisfaction' } },
    ])
    expect((await sweepPoorRatings(world.deps, world.county.id)).issued).toBe(0)
    // Passed meanwhile: the same ratings do not bring it back, a worse word does.
    await world.deps.withTx(world.county.id, async (tx) => {
      await tx.update(rectificationTable).set({ state: 'passed' })
      await tx.update(orderTable).set({ state: 'open' }).where(eq(orderTable.id, order.id))
    })
    expect((await sweepPoorRatings(world.deps, world.county.id)).issued).toBe(0)
    await rate(world, await world.aMember(), order, poor)
    expect((await sweepPoorRatings(world.deps, world.county.id)).issued).toBe(1)
    expect(await notices()).toHaveLength(2)
  })

  test('four ratings are too few, and an excluded one does not count', async ({ world }) => {
    const { order } = await aDelivered(world)
    for (let n = 0; n < 5; n += 1) await rate(world, await world.aMember(), order, poor)
    const [first] = await ratingsOf(world, order)
    await owner(world, `update rating set excluded = true where id = '${first?.id}'`)
    expect(await sweepPoorRatings(world.deps, world.county.id)).toEqual({ poor: 0, issued: 0 })
  })
})
