import { createHash } from 'node:crypto'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { findRound, updateRound } from '@dj/db/queries/follow/rounds.ts'
import { activeInspectors } from '@dj/db/queries/follow/rounds-assign.ts'
import { frameAfter, type FrameRow, freezeFrame, refreshStatistics } from '@dj/db/queries/follow/rounds-frame.ts'
import type { Reads } from '@dj/db/connect.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { Work } from '@dj/db/with-tx.ts'
import { type FrameEntry, frameLine } from '@dj/shared/follow/round/draw.rules.ts'
import { poolLine } from '@dj/shared/follow/round/replay.rules.ts'
import { freezeRefusal } from '@dj/shared/follow/round/round.rules.ts'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { civilDateOf, Quarter, quarterBounds } from '@dj/shared/platform/time/quarter.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { ceremonyTimeout, holdRound, type Input, notBefore } from '../rounds/hold-round.ts'
import { committed } from '../rounds/next-acts.ts'
import { viewRound } from '../rounds/round.view.ts'

const PAGE = 10_000

/** Freezes every order live in the quarter with its version and everybody who may inspect, and publishes both hashes: from here on nobody can choose what is drawn. */
export function freezeRound(deps: Deps, input: Input): Promise<Sent<typeof RoundView>> {
  const { actor, roundId } = input
  const { countyId, personId: by } = actor
  const work: Work<Sent<typeof RoundView>> = async (tx, at) => {
    const { round, seeds } = await holdRound(tx, input)
    refuseIf(freezeRefusal(round.state, committed(seeds)))
    if (civilDateOf(at) >= round.publicValueOn) throw new Refused('round.value_day_passed')
    const pool = await activeInspectors(tx, countyId, at)
    if (pool.length === 0) throw new Refused('round.no_inspectors')
    const poolHash = createHash('sha256').update(pool.map(poolLine).join('')).digest('hex')
    const frameCount = await freezeFrame(tx, { countyId, roundId }, quarterBounds(Quarter.parse(round.quarter)))
    await refreshStatistics(tx, 'frame_entry')
    const frameHash = await hashFrame(tx, countyId, roundId)
    const frozenAt = notBefore(at, ...seeds.map((seed) => seed.committedAt))
    const fixed = { frameHash, frameCount, poolHash }
    await updateRound(tx, countyId, roundId, { state: 'frozen', frozenBy: by, frozenAt, pool, ...fixed })
    const data = { roundId, ...fixed, poolCount: pool.length }
    await recordEvent(tx, { countyId, kind: 'round.frozen', at, by, data })
    return viewRound(tx, await findRound(tx, countyId, roundId), actor, at)
  }
  return deps.withTx(countyId, work, ceremonyTimeout)
}

export const toEntry = (row: FrameRow): FrameEntry => [
  row.order_id,
  row.order_version,
  row.tier,
  row.town_id,
  row.owner_organization_id,
]

/** The frame in pages, by order id: never the whole of it in memory. */
export async function* framePages(db: Reads, countyId: string, roundId: string): AsyncGenerator<FrameEntry[]> {
  let after: string | null = null
  for (;;) {
    const page: FrameRow[] = await frameAfter(db, { countyId, roundId }, after, PAGE)
    if (page.length > 0) yield page.map(toEntry)
    if (page.length < PAGE) return
    after = page.at(-1)?.order_id ?? null
  }
}

async function hashFrame(db: Reads, countyId: string, roundId: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const page of framePages(db, countyId, roundId)) hash.update(page.map(frameLine).join(''))
  return hash.digest('hex')
}
