import type { RoundRow, SeedListed } from '@dj/db/queries/follow/rounds.ts'
import { type Actor, mayAnywhere, type Operation } from '@dj/shared/policy.ts'
import type { ProblemCode } from '@dj/shared/problem.ts'
import {
  closeRefusal,
  confirmCloseRefusal,
  drawRefusal,
  freezeRefusal,
  roundRefusal,
} from '@dj/shared/follow/round/round.rules.ts'
import { RoundAct } from '@dj/shared/follow/round/round-progress.schema.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { revealersOf, revealEnds } from '../draw/seed-facts.ts'

interface Facts {
  round: RoundRow
  seeds: readonly SeedListed[]
  openCensus: number
  settings: CountySettings
}

interface Acts {
  next: RoundAct[]
  blocked: { act: RoundAct; code: ProblemCode }[]
}

/** What the viewer may do with the round now and what still waits for something, by the same refusals that the verbs throw. */
export function actsFor(facts: Facts, actor: Actor, at: Date): Acts {
  const { state } = facts.round
  const mine = isMine(facts, actor)
  const refusals = refusalsOf(facts, actor, at)
  const acts = RoundAct.options.filter((act) => mine[act] && !roundRefusal(state, act))
  return {
    next: acts.filter((act) => refusals[act] === undefined),
    blocked: acts.flatMap((act) => {
      const code = refusals[act]
      return code === undefined ? [] : [{ act, code }]
    }),
  }
}

/** Whose act it is, and whether it is still to be done. */
function isMine({ round, seeds }: Facts, actor: Actor): Record<RoundAct, boolean> {
  const own = seeds.find((seed) => seed.holderId === actor.personId)
  const may = (operation: Operation) => mayAnywhere(operation, actor)
  return {
    commit: own !== undefined && own.commitment === null,
    freeze: may('round.freeze'),
    reveal: own !== undefined && own.seed === null,
    fall_back: may('round.fall_back') && revealed(seeds) < 2,
    public_value: may('round.public_value') && round.publicValue === null,
    draw: may('round.draw'),
    assign: may('round.assign') && round.state === 'drawn',
    close: may('round.close'),
    confirm_close: may('round.confirm_close'),
    abort: may('round.abort'),
  }
}

type Refusals = Partial<Record<RoundAct, ProblemCode | undefined>>

function refusalsOf({ round, seeds, openCensus, settings }: Facts, actor: Actor, at: Date): Refusals {
  const { state, publicValue, publicValueOn, closingBy: closingById } = round
  const today = civilDateOf(at)
  const census = { census: openCensus }
  const drawing = { state, publicValue, seeds: revealed(seeds), revealerIds: revealersOf(round, seeds) }
  return {
    freeze: freezeRefusal(state, committed(seeds)) ?? unless(today < publicValueOn, 'round.value_day_passed'),
    fall_back: unless(at >= revealEnds(round, settings), 'round.fallback_too_early'),
    public_value: unless(today >= publicValueOn, 'round.value_too_early'),
    draw: drawRefusal(drawing, actor.personId),
    close: closeRefusal(state, census),
    confirm_close: confirmCloseRefusal({ state, closingById }, census, actor.personId),
  }
}

const unless = (holds: boolean, code: ProblemCode): ProblemCode | undefined => (holds ? undefined : code)
export const committed = (seeds: readonly SeedListed[]) => seeds.filter((seed) => seed.commitment !== null).length
export const revealed = (seeds: readonly SeedListed[]) => seeds.filter((seed) => seed.seed !== null).length
