import { mayAnywhere, type Operation } from '@dj/shared/policy.ts'
import type { ProblemCode } from '@dj/shared/problem.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { RoundAct } from '@dj/shared/follow/round/round-progress.schema.ts'
import {
  closeRefusal,
  confirmCloseRefusal,
  drawRefusal,
  freezeRefusal,
  roundRefusal,
} from '@dj/shared/follow/round/round.rules.ts'
import { addDays, CivilDate, civilDateOf, endOfCivilDay } from '@dj/shared/platform/time/quarter.ts'
import { actorOf } from '../../../county/session/me.ts'
import type { RoundRecord } from './rounds.records.ts'
import type { World } from '../world.ts'

type Refusals = Partial<Record<RoundAct, ProblemCode | undefined>>

/** What the viewer may do with the round now, and what still waits for something. */
export function actsOn(world: World, round: RoundRecord, me: SessionView) {
  const mine = isMine(round, me)
  const refusals = refusalsOf(world, round, me)
  const acts = RoundAct.options.filter((act) => mine[act] && roundRefusal(round.state, act) === undefined)
  return {
    next: acts.filter((act) => refusals[act] === undefined),
    blocked: acts.flatMap((act) => {
      const code = refusals[act]
      return code === undefined ? [] : [{ act, code }]
    }),
  }
}

function isMine({ seeds, publicValue, state }: RoundRecord, me: SessionView): Record<RoundAct, boolean> {
  const own = seeds.find(({ holderId }) => holderId === me.person.id)
  const may = (operation: Operation) => mayAnywhere(operation, actorOf(me))
  return {
    commit: own?.commitment === null,
    freeze: may('round.freeze'),
    reveal: own?.seed === null,
    fall_back: may('round.fall_back') && seeds.some(({ seed }) => seed === null),
    public_value: may('round.public_value') && publicValue === null,
    draw: may('round.draw'),
    assign: may('round.assign') && state === 'drawn',
    close: may('round.close'),
    confirm_close: may('round.confirm_close'),
    abort: may('round.abort'),
  }
}

/** What the rules and the calendar say to each act, but for what concerns a single seed. */
export function refusalsOf(world: World, round: RoundRecord, me: SessionView): Refusals {
  const { state, seeds, publicValue, publicValueOn, publicValueById, closingById } = round
  const today = civilDateOf(new Date())
  const census = { census: openCensus(world, round) }
  const hands = [publicValueById, ...seeds.flatMap((seed) => [seed.holderId, seed.revealedById])]
  const revealerIds = hands.filter((id) => id !== null)
  const revealed = seeds.filter(({ seed }) => seed !== null).length
  const committed = seeds.filter(({ commitment }) => commitment !== null).length
  const revealEnds = addDays(CivilDate.parse(publicValueOn), world.market.settings.round.revealDays)
  return {
    freeze: freezeRefusal(state, committed) ?? unless(today < publicValueOn, 'round.value_day_passed'),
    fall_back: unless(new Date() >= endOfCivilDay(revealEnds), 'round.fallback_too_early'),
    public_value: unless(today >= publicValueOn, 'round.value_too_early'),
    draw: drawRefusal({ state, publicValue, seeds: revealed, revealerIds }, me.person.id),
    close: closeRefusal(state, census),
    confirm_close: confirmCloseRefusal({ state, closingById }, census, me.person.id),
  }
}

const unless = (holds: boolean, code: ProblemCode): ProblemCode | undefined => (holds ? undefined : code)

/** A and B orders of the frame that are neither inspected nor excused. */
const openCensus = ({ rounds }: World, round: RoundRecord): number => {
  const isOpen = (orderId: string) =>
    !rounds.targets.some(
      (target) =>
        target.roundId === round.id &&
        target.orderId === orderId &&
        (target.state === 'inspected' || target.state === 'excused'),
    )
  return round.frame.filter(([orderId, , tier]) => tier !== 'C' && isOpen(orderId)).length
}
