import { poorInputsOf } from '@dj/db/queries/exit/poor-ratings.ts'
import { countQuarter } from '@dj/db/queries/follow/bulletin-figures.ts'
import { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { Quarter, quarterBounds } from '@dj/shared/platform/time/quarter.ts'
import { expect } from 'vitest'
import { type Client, test, type World } from '../../support/world.ts'

type Answer = 'solved' | 'partly' | 'not'

async function aStandingOrder(world: World, places = 1) {
  const asker = await world.aWorker()
  const need = await world.aNeed({ requesterPersonId: asker.id })
  const order = await world.anOpenOrder({ standing: true, places, needs: [need] })
  return { order, requester: world.as(asker) }
}

const take = async (doer: Client, { id }: { id: string }) => (await doer.post(`/orders/${id}/claims`)).as(ClaimView)
async function deliver(doer: Client, claim: { id: string }, requester: Client, answer: Answer) {
  const delivery = (await doer.post(`/claims/${claim.id}/deliveries`, { words: '办好了' })).body as { id: string }
  expect((await requester.post(`/deliveries/${delivery.id}/answer`, { answer })).status).toBe(200)
}
const rate = async (client: Client, { id }: { id: string }, grade: number) =>
  (await client.post(`/orders/${id}/ratings`, { attitude: grade, speed: grade, result: grade })).status
const page = async (client: Client, { id }: { id: string }) => (await client.get(`/orders/${id}`)).as(OrderView)
const inputs = (world: World, { id }: { id: string }) => poorInputsOf(world.deps.db, world.county.id, id)

/** The resolution rate of the quarter, as its bulletin prints it. */
function figures(world: World) {
  const quarter = Quarter.parse('2026Q4')
  const of = { countyId: world.county.id, roundId: '01939a3e-0000-7000-8000-000000000000', quarter }
  return countQuarter(world.deps.db, { ...of, ...quarterBounds(quarter) })
}

test('a rating given after the cycle ended is of that cycle; the next is rated anew by the same people', async ({
  world,
}) => {
  const { order, requester } = await aStandingOrder(world)
  const [doer, rater] = [world.as(await world.aMember()), world.as(await world.aMember())]
  await deliver(doer, await take(doer, order), requester, 'solved')
  expect([await rate(requester, order, 1), await rate(rater, order, 1)]).toEqual([201, 201])
  expect(await inputs(world, order)).toEqual({ ratings: 2, satisfied: 0, answers: 1, notSolved: 0 })
  expect((await page(requester, order)).myRating?.attitude).toBe(1)

  await deliver(doer, await take(doer, order), requester, 'solved')
  expect((await page(requester, order)).myRating).toBeNull()
  expect(await inputs(world, order)).toEqual({ ratings: 0, satisfied: 0, answers: 1, notSolved: 0 })
  expect(await rate(requester, order, 5)).toBe(201)
  expect((await page(requester, order)).ratings).toMatchObject([{ side: 'worker', n: 1, satisfied: 1 }])
  expect(await inputs(world, order)).toEqual({ ratings: 1, satisfied: 1, answers: 1, notSolved: 0 })
  const ratings = await world.deps.db.execute<{ cycle: number }>('select cycle from rating order by cycle')
  expect(ratings.map(({ cycle }) => cycle)).toEqual([1, 1, 2])
})

test('a "not solved" counts once it stands: not while it is worked on, not when it was put right', async ({
  world,
}) => {
  const { order, requester } = await aStandingOrder(world, 3)
  const doers = [world.as(await world.aMember()), world.as(await world.aMember()), world.as(await world.aMember())]
  const [righted, failed, working] = doers
  const claims = await Promise.all(doers.map(async (doer) => ({ doer, claim: await take(doer, order) })))
  for (const { doer, claim } of claims) await deliver(doer, claim, requester, 'not')
  expect(await inputs(world, order)).toEqual({ ratings: 0, satisfied: 0, answers: 0, notSolved: 0 })
  expect(await figures(world)).toMatchObject({ answers: 0, solved: 0 })
  const again = async (who: Client | undefined, answer: Answer) => {
    const held = claims.find(({ doer }) => doer === who)
    if (held) await deliver(held.doer, held.claim, requester, answer)
  }
  await again(righted, 'solved')
  await again(failed, 'not')
  expect(await inputs(world, order)).toEqual({ ratings: 0, satisfied: 0, answers: 2, notSolved: 1 })
  expect(await figures(world)).toMatchObject({ answers: 2, solved: 1 })
  await again(working, 'not')
  expect(await inputs(world, order)).toEqual({ ratings: 0, satisfied: 0, answers: 3, notSolved: 2 })
})
