import type { RoundRow, SeedListed } from '@dj/db/queries/rounds.ts'
import { type Actor, mayAnywhere, type Operation } from '@dj/shared/people/policy.ts'
import {
  closeRefusal,
  confirmCloseRefusal,
  drawRefusal,
  freezeRefusal,
  roundRefusal,
} from '@dj/shared/round/round.rules.ts'
import type { RoundView } from '@dj/shared/round/round.schema.ts'
import type { CountySettings } from '@dj/shared/settings/settings.schema.ts'
import { civilDateOf } from '@dj/shared/time/quarter.ts'
import { revealersOf, revealEnds } from './seed-facts.ts'

type Next = RoundView['next'][number]
interface Facts {
  round: RoundRow
  seeds: readonly SeedListed[]
  openCensus: number
  settings: CountySettings
}

/** What the viewer may do with the round now, by the same refusals that the verbs throw. */
export function nextActs({ round, seeds, openCensus, settings }: Facts, actor: Actor, at: Date): Next[] {
  const { state } = round
  const today = civilDateOf(at)
  const own = seeds.find((seed) => seed.holderId === actor.personId)
  const census = { census: openCensus }
  const drawing = {
    state,
    seeds: revealed(seeds),
    publicValue: round.publicValue,
    revealerIds: revealersOf(round, seeds),
  }
  const may = (operation: Operation) => mayAnywhere(operation, actor)
  const possible: Record<Next, boolean> = {
    commit: !roundRefusal(state, 'commit') && own !== undefined && own.commitment === null,
    freeze: may('round.freeze') && !freezeRefusal(state, committed(seeds)) && today < round.publicValueOn,
    reveal: !roundRefusal(state, 'reveal') && own !== undefined && own.seed === null,
    fall_back:
      may('round.fall_back') &&
      !roundRefusal(state, 'fall_back') &&
      revealed(seeds) < 2 &&
      at >= revealEnds(round, settings),
    public_value:
      may('round.public_value') &&
      !roundRefusal(state, 'public_value') &&
      round.publicValue === null &&
      today >= round.publicValueOn,
    draw: may('round.draw') && !drawRefusal(drawing, actor.personId),
    assign: may('round.assign') && state === 'drawn',
    close: may('round.close') && !closeRefusal(state, census),
    confirm_close:
      may('round.confirm_close') &&
      !confirmCloseRefusal({ state, closingById: round.closingBy }, census, actor.personId),
    abort: may('round.abort') && !roundRefusal(state, 'abort'),
  }
  return acts.filter((act) => possible[act])
}

const acts: readonly Next[] = [
  'commit',
  'freeze',
  'reveal',
  'fall_back',
  'public_value',
  'draw',
  'assign',
  'close',
  'confirm_close',
  'abort',
]
export const committed = (seeds: readonly SeedListed[]) => seeds.filter((seed) => seed.commitment !== null).length
export const revealed = (seeds: readonly SeedListed[]) => seeds.filter((seed) => seed.seed !== null).length
