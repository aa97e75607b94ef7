import {
  civilDateOf,
  previousQuarter,
  quarterBounds,
  quarterOf,
  type Quarter,
} from '@dj/shared/platform/time/quarter.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { ids } from '../county/county.world.ts'
import { deskPeople } from '../meet/desk.world.ts'
import { createInspectors, inspectorIds } from './inspectors.world.ts'
import { checkedTitles, oldDays } from '../build/market.checked.ts'
import { ago } from '../build/market.seed.ts'
import type { Market } from '../build/market.ts'
import { deal, drawTargets, frameOf } from './rounds.draw.ts'
import type { RoundRecord, SeedRecord, TargetRecord } from './rounds.records.ts'
import { sha256 } from './sha256.ts'

const id = (last: number) => `01990000-0000-7000-8000-${String(last).padStart(12, '0')}`
const day = 86_400_000

/** The rounds of the demo, by what tests call them. */
export const roundIds = { running: id(301), closed: id(302), aborted: id(303) } as const
const auditor = id(33)

/** The present quarter, but in its first fortnight still the last one: a ceremony takes its days. */
export const runningQuarter = (): Quarter => quarterOf(new Date(Date.now() - 14 * day))
export const closedQuarter = (): Quarter => previousQuarter(runningQuarter())
export const into = (quarter: Quarter, days: number): string =>
  new Date(quarterBounds(quarter).from.getTime() + days * day).toISOString()

/** A round being checked, the one before it with its result, and an attempt at that one that was given up. */
export function createRoundRecords(market: Market): RoundRecord[] {
  const isOld = ({ openedAt }: { openedAt: string | null }) => openedAt !== null && openedAt <= ago(oldDays)
  const [now, before] = [runningQuarter(), closedQuarter()]
  const live = market.orders.filter((order) => order.openedAt !== null && !isOld(order) && order.state !== 'retired')
  const running = drawn(roundIds.running, now, frameOf(market, live))
  const closed = drawn(roundIds.closed, before, frameOf(market, market.orders.filter(isOld)))
  const ended = { state: 'closed', closingById: deskPeople.county2, closedAt: into(before, 80.7) } as const
  return [
    { ...running, state: 'running', version: 9 },
    { ...closed, ...ended, version: 11 },
    {
      ...planned(roundIds.aborted, before, 0.4),
      ...{ state: 'aborted', abortReason: '一名种子保管人调离，换人后重新开启', abortedAt: into(before, 0.7) },
    },
  ]
}

function planned(roundId: string, quarter: Quarter, openedAfter: number): RoundRecord {
  const holders = [auditor, ids.organizer]
  const nobody = { commitment: null, committedAt: null, seed: null, revealedById: null, revealedAt: null }
  const seeds = holders.map((holderId, nth): SeedRecord => {
    return { ...nobody, position: nth === 0 ? 1 : 2, holderId, fallbackReason: null }
  })
  const publicValueOn = civilDateOf(new Date(into(quarter, 5)))
  const dueOn = civilDateOf(new Date(quarterBounds(quarter).until.getTime() - 1))
  return {
    ...{ id: roundId, version: 1, quarter, state: 'planned', dueOn, openedAt: into(quarter, openedAfter), seeds },
    ...{ publicValueSource: `${publicValueOn} 福利彩票双色球开奖号码`, publicValueOn, publicValue: null },
    publicValueNotation: '## ## ## ## ## ## + ##',
    ...{ publicValueAt: null, publicValueById: null, frozenAt: null, frame: [], drawnAt: null, closingById: null },
    ...{ closedAt: null, abortReason: null, abortedAt: null, rate: 0.2, minimum: 3, settingsVersion: 3 },
  }
}

function drawn(roundId: string, quarter: Quarter, frame: RoundRecord['frame']): RoundRecord {
  const round = planned(roundId, quarter, 1.4)
  const seeds = round.seeds.map((held) => {
    const seed = sha256(`${quarter} ${held.position}`)
    const committed = { commitment: sha256(seed), committedAt: into(quarter, 2.4) }
    return { ...held, ...committed, seed, revealedById: held.holderId, revealedAt: into(quarter, 5.7) }
  })
  const value = { publicValue: '03 08 14 19 27 31 + 11', publicValueAt: into(quarter, 5.6) }
  const at = { frozenAt: into(quarter, 3.6), drawnAt: into(quarter, 6.4) }
  return { ...round, seeds, ...value, publicValueById: deskPeople.county2, frame, ...at }
}

/** Both rounds drawn and dealt by the rules; the older one is looked at to the end, the other has targets in every state. */
export function createTargets(market: Market, rounds: readonly RoundRecord[]): TargetRecord[] {
  const titled = (title: string) => market.orders.filter((order) => order.title === title).map((order) => order.id)
  const inspectors = Object.values(createInspectors())
  const targets = rounds
    .filter(({ drawnAt }) => drawnAt !== null)
    .flatMap((round) => {
      const drawnNow = drawTargets(round, titled(checkedTitles.red))
      must(deal({ market, round, inspectors, conflicts: [] }, drawnNow) || null, 'inspectors for every target')
      return drawnNow
    })
  advance(targets.filter(({ roundId }) => roundId === roundIds.running))
  for (const target of targets) if (target.roundId === roundIds.closed) target.state = 'inspected'
  return targets
}

const censusStates = ['inspected', 'excuse_asked', 'excused', 'waiting'] as const

/** Half done: the census in every state, of the others two thirds, and of the first inspector's a single visit. */
function advance(targets: readonly TargetRecord[]): void {
  const census = targets.filter(({ basis, inspectorIds }) => basis === 'census' && inspectorIds.length === 1)
  for (const [nth, target] of census.entries()) target.state = must(censusStates[nth % 4], 'a state')
  for (const target of census) target.excuse = excuseOf(target.state)
  const rest = targets.filter(({ basis }) => basis !== 'census')
  const isMine = (target: TargetRecord) => target.inspectorIds.includes(inspectorIds.inspector1)
  for (const [nth, target] of rest.filter((each) => !isMine(each)).entries())
    if (nth % 3 !== 2) target.state = 'inspected'
  for (const target of rest.filter(isMine).slice(0, 1)) target.state = 'inspected'
}

const excuseOf = (state: TargetRecord['state']): TargetRecord['excuse'] => {
  const asked = { reason: '牵头企业停产检修，现场封闭到下月', askedById: deskPeople.county2 }
  if (state === 'excuse_asked') return { ...asked, decidedById: null }
  return state === 'excused' ? { ...asked, decidedById: deskPeople.county1 } : null
}
