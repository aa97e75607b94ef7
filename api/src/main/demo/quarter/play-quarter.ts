import { randomBytes } from 'node:crypto'
import { digest } from '@dj/db/digest.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { RoundView, TargetPage } from '@dj/shared/follow/round/round.schema.ts'
import type { DemoClient } from '../demo-client.ts'
import type { QuarterClock } from './quarter-clock.ts'
import { inspectAll } from './quarter-inspections.ts'
import { playRectifications, playRetirements } from './quarter-procedures.ts'

export const quarterBegins = new Date('2026-11-13T18:00:00+08:00')
const inspectors = ['inspector1', 'inspector2']
// Neither draws nor types in the value.
const holders = ['auditadmin1', 'town1']
const value = '03 11 17 22 28 31 + 09'

export interface Played {
  roundId: string
  orders: number
  findings: number
  counts: RoundView['counts']
}

/** A whole quarter through the product's own api: planned, committed to, frozen, drawn, inspected, rectified, retired, closed by two. */
export async function playQuarter(client: DemoClient, clock: QuarterClock): Promise<Played> {
  const round = await draw(client, clock)
  clock.moveTo('11-24', '09:00')
  await excuseOne(client, clock, round)
  clock.moveTo('11-26', '15:00')
  const { findings, wanting } = await inspectAll(client, inspectors, clock.now())
  const play = { client, clock, inspectors, wanting }
  await playRectifications(play)
  await playRetirements(play)
  clock.moveTo('12-21', '09:00')
  await client.as('county1').post(`${round}/close`)
  clock.moveTo('12-21', '16:00')
  const closed = RoundView.parse(await client.as('county2').post(`${round}/close/confirmation`))
  return { roundId: closed.id, orders: closed.frameCount ?? 0, findings, counts: closed.counts }
}

/** From the plan to the deal; the path of the round. */
async function draw(client: DemoClient, clock: QuarterClock): Promise<string> {
  const plan = {
    quarter: '2026Q4',
    dueOn: '2026-12-31',
    seedHolderIds: await idsOf(client, holders),
    publicValueSource: '2026年11月22日双色球开奖号码',
    publicValueNotation: '## ## ## ## ## ## + ##',
    publicValueOn: '2026-11-22',
  }
  clock.moveTo('11-16', '09:30')
  const { id } = RoundView.parse(await client.as('county1').post('/rounds', plan))
  const round = `/rounds/${id}`
  const seeds = holders.map(() => randomBytes(32).toString('hex'))
  clock.moveTo('11-17', '10:00')
  for (const [i, holder] of holders.entries()) {
    await client.as(holder).post(`${round}/commitment`, { commitment: digest(must(seeds[i], 'a seed')) })
  }
  clock.moveTo('11-18', '09:00')
  await client.as('county1').post(`${round}/freeze`)
  clock.moveTo('11-22', '21:30')
  await client.as('county2').post(`${round}/public-value`, { value })
  for (const [i, holder] of holders.entries()) await client.as(holder).post(`${round}/seed`, { seed: seeds[i] })
  clock.moveTo('11-23', '09:00')
  await client.as('county1').post(`${round}/draw`)
  await client.as('county1').post(`${round}/inspectors`)
  return round
}

async function idsOf(client: DemoClient, usernames: readonly string[]): Promise<string[]> {
  const sessions = await Promise.all(
    usernames.map(async (each) => SessionView.parse(await client.as(each).get('/session'))),
  )
  return sessions.map(({ person }) => person.id)
}

/** One B order cannot be visited: one asks, another agrees. */
async function excuseOne(client: DemoClient, clock: QuarterClock, round: string): Promise<void> {
  const { items } = TargetPage.parse(await client.as('county1').get(`${round}/targets?basis=census&limit=100`))
  const target = must(
    items.find(({ tier }) => tier === 'B'),
    'a B order',
  )
  const excuse = `${round}/targets/${target.orderId}/excuse`
  await client.as('county1').post(excuse, { reason: '项目场地因台风受损封闭，本季度无法到场' })
  clock.moveTo('11-25', '09:00')
  await client.as('county2').post(`${excuse}/decision`, { decision: 'excuse' })
}
