import { must } from '@dj/shared/platform/assert.ts'
import { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { clientOf, type Reply } from '../support/client.ts'
import { MovableClock } from '../support/clock.ts'
import { openApp } from '../support/open-app.ts'
import { buildNeed, buildOrder } from '../support/orders.ts'
import { buildPerson } from '../support/people.ts'
import { buildCounty } from '../support/places.ts'

/** Where a quarter begins in Shanghai, in UTC. */
const BOUNDARIES = [
  '2026-12-31T16:00:00.000Z',
  '2027-03-31T16:00:00.000Z',
  '2027-06-30T16:00:00.000Z',
  '2027-09-30T16:00:00.000Z',
]
const HOUR_MS = 3_600_000
/** The last millisecond of the old quarter, the first of the new one, and the last at which UTC is still behind. */
const AROUND_MS = [-1, 0, 8 * HOUR_MS - 1]

const clock = new MovableClock('2026-12-01T02:00:00Z')
const app = await openApp(must(process.env['DATABASE_URL'], 'DATABASE_URL'), clock.now)
const county = await buildCounty(app, '330381', '瑞安市')
const [home] = county.branches
const aMember = () => buildPerson(app, { countyId: county.id, kind: 'member', home })
const [author, doer] = [await aMember(), await aMember()]
const needs = [await buildNeed(app, county.enterprise, {})]
const order = await buildOrder(app, { owner: home, authorId: author.id, publisherId: author.id, needs })

const { id } = accepted(await clientOf(app, doer.cookie).post(`/orders/${order.id}/claims`)).as(ClaimView)
accepted(await clientOf(app, doer.cookie).post(`/claims/${id}/deliveries`, { words: '办好了' }))
for (const instant of BOUNDARIES.flatMap((boundary) => AROUND_MS.map((ms) => Date.parse(boundary) + ms))) {
  clock.set(new Date(instant).toISOString())
  const rater = clientOf(app, (await aMember()).cookie)
  accepted(await rater.post(`/orders/${order.id}/ratings`, { attitude: 5, speed: 4, result: 5 }))
}
await app.end()

function accepted(reply: Reply): Reply {
  if (reply.status !== 201) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
  return reply
}
