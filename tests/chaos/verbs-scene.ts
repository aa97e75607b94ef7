import { migrate } from '@dj/db/migrate.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { DeliveryView } from '@dj/shared/build/order/order.schema.ts'
import { RoundView, TargetPage } from '@dj/shared/follow/round/round.schema.ts'
import { firstSeed, plan, secondSeed, sha256 } from '../support/ceremony.ts'
import { clientOf, type Reply } from '../support/client.ts'
import { MORNING, MovableClock } from '../support/clock.ts'
import { type OpenApp, openApp } from '../support/open-app.ts'
import { buildNeed, buildOrder } from '../support/orders.ts'
import { buildPerson, type Person } from '../support/people.ts'
import { buildHomeCounty, type County } from '../support/places.ts'
import { letTimeBePlayed } from '../support/played-time.ts'
import type { ChaosCluster } from './cluster.ts'

/** After the day of the public value, which is when the processes' clocks begin. */
export const DRAW_DAY = '2026-11-22T14:00:00Z'

/** A county where much is about to happen once: deliveries to be answered, a round to be drawn, a desk with ledgers. */
export interface VerbsScene {
  url: string
  open: OpenApp
  county: County
  desk: Person
  /** Deliveries and who may answer each. */
  deliveries: readonly { id: string; requester: Person }[]
  photographers: readonly Person[]
  round: { id: string; lead: Person; second: Person; drawer: Person }
}

export async function makeVerbsScene(cluster: ChaosCluster, wish: { deliveries: number }): Promise<VerbsScene> {
  await cluster.administer((sql) => sql`create database verbs`)
  const url = cluster.urlOf('verbs')
  await migrate(url)
  await letTimeBePlayed(url)
  const clock = new MovableClock(MORNING)
  const open = await openApp(url, clock.now)
  const county = await buildHomeCounty(open)
  const member = () => buildPerson(open, { countyId: county.id, kind: 'member', home: county.branches[0] })
  const organizer = () =>
    buildPerson(open, { ...staff(county), roles: [{ role: 'county_organizer', organization: county.root }] })
  const [author, desk] = [await member(), await organizer()]
  const deliveries = []
  for (let n = 0; n < wish.deliveries; n += 1) {
    const requester = await member()
    const need = await buildNeed(open, county.enterprise, { requesterPersonId: requester.id })
    const order = { owner: county.branches[0], authorId: author.id, publisherId: author.id, needs: [need] }
    deliveries.push({ id: await deliver(open, await buildOrder(open, order), await member()), requester })
  }
  const photographers = []
  for (let n = 0; n < 20; n += 1) photographers.push(await member())
  for (let n = 0; n < 3; n += 1)
    await buildPerson(open, { ...staff(county), roles: [{ role: 'inspector', organization: county.root }] })
  const round = await planRound(open, clock, { lead: desk, second: await organizer(), drawer: await organizer() }, [
    await member(),
    await member(),
  ])
  return { url, open, county, desk, deliveries, photographers, round }
}

const staff = (county: County) => ({ countyId: county.id, kind: 'staff' as const, home: null })

async function deliver(open: OpenApp, order: { id: string }, doer: Person): Promise<string> {
  const as = clientOf(open, doer.cookie)
  const claim = done(await as.post(`/orders/${order.id}/claims`)).as(ClaimView)
  return done(await as.post(`/claims/${claim.id}/deliveries`, { words: '已完成' })).as(DeliveryView).id
}

/** Up to the moment when anybody who is nobody's seed holder may draw. */
async function planRound(
  open: OpenApp,
  clock: MovableClock,
  team: { lead: Person; second: Person; drawer: Person },
  holders: readonly [Person, Person],
) {
  const act = (who: Person, verb: string, body: object = {}) =>
    clientOf(open, who.cookie).post(`/rounds${verb}`, body).then(done)
  const { id } = (await act(team.lead, '', plan({ ...team, holders }))).as(RoundView)
  const seeds = [firstSeed, secondSeed]
  for (const [i, holder] of holders.entries())
    await act(holder, `/${id}/commitment`, { commitment: sha256(must(seeds[i], 'a seed')) })
  await act(team.lead, `/${id}/freeze`)
  clock.set(DRAW_DAY)
  for (const [i, holder] of holders.entries()) await act(holder, `/${id}/seed`, { seed: seeds[i] })
  await act(team.lead, `/${id}/public-value`, { value: '03 07 11 22 28 31 + 09' })
  return { id, ...team }
}

/** Between the draw and the second person's word that closes: everything drawn is excused, and the close is asked for. */
export async function makeClosable({ open, round }: VerbsScene): Promise<void> {
  const as = (who: Person) => clientOf(open, who.cookie)
  const path = `/rounds/${round.id}`
  done(await as(round.lead).post(`${path}/inspectors`))
  const { items } = (await as(round.lead).get(`${path}/targets?limit=100`)).as(TargetPage)
  for (const { orderId } of items) {
    done(await as(round.lead).post(`${path}/targets/${orderId}/excuse`, { reason: '项目现场已停工' }))
    done(await as(round.second).post(`${path}/targets/${orderId}/excuse/decision`, { decision: 'excuse' }))
  }
  done(await as(round.lead).post(`${path}/close`))
}

function done(reply: Reply): Reply {
  if (reply.status >= 300) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
  return reply
}
