import type { RoundRow, SeedListed } from '@dj/db/queries/follow/rounds.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import { addDays, CivilDate, endOfCivilDay } from '@dj/shared/platform/time/quarter.ts'

/** Until when a holder may take to reveal the seed: counted from the day of the public value. */
export const revealEnds = (round: Pick<RoundRow, 'publicValueOn'>, { round: { revealDays } }: CountySettings): Date =>
  endOfCivilDay(addDays(CivilDate.parse(round.publicValueOn), revealDays))

/** Whoever had a hand in what decides the draw: holders, those who revealed or replaced a seed, who typed the value. */
export const revealersOf = (round: Pick<RoundRow, 'publicValueBy'>, seeds: readonly SeedListed[]): string[] =>
  [round.publicValueBy, ...seeds.flatMap(({ holderId, revealedBy }) => [holderId, revealedBy])].filter(
    (id) => id !== null,
  )
