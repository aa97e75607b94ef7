import { lockRound, type RoundRow, type SeedListed, seedsOf } from '@dj/db/queries/follow/rounds.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'

export interface Input {
  actor: Actor
  roundId: string
}
export interface HeldRound {
  round: RoundRow
  seeds: SeedListed[]
}

/** Long enough for the largest county: 300 000 live orders. */
export const ceremonyTimeout = { statementTimeoutMs: 120_000 } as const

/** The round and its seeds, held for a change. */
export async function holdRound(tx: Tx, { actor, roundId }: Input): Promise<HeldRound> {
  const [round, seeds] = await Promise.all([
    lockRound(tx, actor.countyId, roundId), // whoever comes second waits here, and then sees what the first did
    seedsOf(tx, actor.countyId, [roundId]),
  ])
  if (!round) throw new Refused('not_found')
  return { round, seeds }
}

/** The seed the actor holds. */
export function ownSeed(seeds: readonly SeedListed[], { actor }: Input): SeedListed {
  const own = seeds.find((seed) => seed.holderId === actor.personId)
  if (!own) throw new Refused('round.not_holder')
  return own
}

/** The later one: a transaction that waited for another must not claim to have happened before it. */
export const notBefore = (at: Date, ...others: (Date | string | null)[]): Date =>
  new Date(Math.max(at.getTime(), ...others.map((other) => (other === null ? 0 : new Date(other).getTime()))))
