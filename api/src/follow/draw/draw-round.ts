import { createHash, createHmac } from 'node:crypto'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { findRound, type RoundRow, type SeedListed, updateRound } from '@dj/db/queries/follow/rounds.ts'
import {
  hashOfTargets,
  type HmacBlocks,
  insertCensus,
  insertSample,
  insertTargeted,
  type PoorCandidate,
  unsatisfiedOutsideSample,
} from '@dj/db/queries/follow/rounds-draw.ts'
import { refreshStatistics } from '@dj/db/queries/follow/rounds-frame.ts'
import { settingsOfVersion } from '@dj/db/queries/county/settings.ts'
import type { Tx, Work } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import { poorRating } from '@dj/shared/exit/poor/poor.rules.ts'
import { secretOf } from '@dj/shared/follow/round/draw.rules.ts'
import { drawRefusal } from '@dj/shared/follow/round/round.rules.ts'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { refuseSameHand } from '../../county/accounts/same-hand.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { ceremonyTimeout, holdRound, type Input, notBefore } from '../rounds/hold-round.ts'
import { revealed } from '../rounds/next-acts.ts'
import { viewRound } from '../rounds/round.view.ts'
import { revealersOf } from './seed-facts.ts'

/** Draws once, from the frozen frame alone, by someone who had no hand in the secret: census, sample and targeted additions. */
export function drawRound(deps: Deps, input: Input): Promise<Sent<typeof RoundView>> {
  const { actor, roundId } = input
  const { countyId, personId: by } = actor
  const work: Work<Sent<typeof RoundView>> = async (tx, at) => {
    const { round, seeds } = await holdRound(tx, input)
    const { state, publicValue } = round
    refuseIf(drawRefusal({ state, seeds: revealed(seeds), publicValue, revealerIds: revealersOf(round, seeds) }, by))
    await refuseSameHand(tx, actor, revealersOf(round, seeds), at)
    const of = { countyId, roundId }
    await insertCensus(tx, of)
    await insertSample(tx, of, hmacBlocks(secretOfRound(round, seeds)))
    await refreshStatistics(tx, 'target')
    const targeted = await poorOrders(tx, round)
    await insertTargeted(tx, of, targeted)
    await updateRound(tx, countyId, roundId, {
      state: 'drawn',
      drawnBy: by,
      drawnAt: notBefore(at, round.publicValueAt),
    })
    const data = { roundId, targeted: targeted.length, targetsHash: await hashOfTargets(tx, of) }
    await recordEvent(tx, { countyId, kind: 'round.drawn', at, by, data })
    return viewRound(tx, await findRound(tx, countyId, roundId), actor, at)
  }
  return deps.withTx(countyId, work, ceremonyTimeout)
}

/** What keys the draw and the assignment: both seeds and the public value. */
export function secretOfRound(round: Pick<RoundRow, 'publicValue'>, seeds: readonly SeedListed[]): string {
  const [first, second] = seeds.map((held) => must(held.seed, 'a revealed seed'))
  return secretOf(must(first, 'the first seed'), must(second, 'the second seed'), must(round.publicValue, 'the value'))
}

export const keyUnder = (secret: string) => (message: string) =>
  createHmac('sha256', secret).update(message).digest('hex')

/** RFC 2104: the key hashed when longer than a block, filled with zeros, and masked twice. */
export function hmacBlocks(secret: string): HmacBlocks {
  const bytes = Buffer.from(secret, 'utf8')
  const key = Buffer.alloc(64)
  key.set(bytes.length > 64 ? createHash('sha256').update(bytes).digest() : bytes)
  return { inner: key.map((byte) => byte ^ 0x36), outer: key.map((byte) => byte ^ 0x5c) }
}

/** C orders outside the sample whose ratings the rule in force when the round was opened calls poor. */
async function poorOrders(tx: Tx, { countyId, id: roundId, settingsVersion }: RoundRow): Promise<string[]> {
  const { rating } = await settingsOfVersion(tx, countyId, settingsVersion)
  const candidates = await unsatisfiedOutsideSample(tx, { countyId, roundId })
  const isPoor = (row: PoorCandidate) => poorRating({ ...row, notSolved: row.not_solved }, rating) !== null
  return candidates.filter(isPoor).map((candidate) => candidate.order_id)
}
