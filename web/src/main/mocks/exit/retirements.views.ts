import type { z } from 'zod'
import { may } from '@dj/shared/policy.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { poorRating } from '@dj/shared/exit/poor/poor.rules.ts'
import { isSatisfied } from '@dj/shared/build/order/rating.rules.ts'
import {
  decideRefusal,
  finaliseRefusal,
  objectRefusal,
  withdrawRefusal,
} from '@dj/shared/exit/retirement/retirement.rules.ts'
import type { RetirementEvidence, RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { actorOf } from '../../../county/session/me.ts'
import { organizationOf } from '../build/market.facts.ts'
import { orderOf, pathTo } from '../follow/rounds.views.ts'
import type { RetirementRecord } from '../follow/rounds.records.ts'
import { workingDaysLeft } from '../meet/workdays.ts'
import type { World } from '../world.ts'

type View = z.input<typeof RetirementView>

export function toRetirement(world: World, retirement: RetirementRecord, me: SessionView): View {
  const { orderId, proposedById: _, objections, ...facts } = retirement
  const { number, title, tier, ownerId } = orderOf(world, orderId)
  const { state, noticeUntil } = retirement
  const left = state === 'on_notice' && noticeUntil !== null ? workingDaysLeft(noticeUntil, new Date()) : null
  return {
    ...facts,
    order: { id: orderId, number, title, tier },
    owner: { id: ownerId, name: organizationOf(world.market, ownerId).name },
    workingDaysLeft: left,
    objections: objections.map(({ byId: _by, ...objection }) => objection),
    may: mayHere(world, retirement, me),
  }
}

/** What the rules on deciding and withdrawing look at; who typed in the paper slip it rests on decides no more than who proposed. */
export function deciding(world: World, { orderId, state, proposedById, facts, successorOrderId }: RetirementRecord) {
  const typed = world.rounds.findings.find(({ id }) => id === facts['findingId'])?.enteredBy
  const typist = Object.values(world.accounts).find(({ person }) => person.alias === typed)
  const rebuilt = successorOrderId !== null
  return { state, tier: orderOf(world, orderId).tier, proposedById, typedById: typist?.person.id ?? null, rebuilt }
}

function mayHere(world: World, retirement: RetirementRecord, me: SessionView): View['may'] {
  const [actor, at] = [actorOf(me), new Date()]
  const target = { path: pathTo(world, retirement.orderId) }
  const { state, objections } = retirement
  const facts = deciding(world, retirement)
  const until = (text: string | null) => (text === null ? null : new Date(text))
  const noticeUntil = until(retirement.noticeUntil)
  const open = objections.filter(({ answer }) => answer === null)
  const final = finaliseRefusal({ ...facts, noticeUntil, openObjections: open.length }, actor, at)
  const undo = withdrawRefusal({ ...facts, undoUntil: until(retirement.undoUntil) }, actor, at)
  return {
    decide: may('retirement.decide', actor, target) ? (decideRefusal(facts, actor) ?? null) : 'auth.forbidden',
    object: may('retirement.object', actor) && objectRefusal({ state, noticeUntil }, at) === undefined,
    answer: may('retirement.answer', actor, target) && open.some(({ byId }) => byId !== actor.personId),
    finalise: may('retirement.finalise', actor, target) ? (final ?? null) : 'auth.forbidden',
    withdraw: may('retirement.withdraw', actor, target) ? (undo ?? null) : 'auth.forbidden',
  }
}

/** What the evidence rests on, looked up and not taken from the proposer; null when there is none. */
export function factsOf(world: World, orderId: string, evidence: RetirementEvidence): Record<string, unknown> | null {
  if (evidence === 'need_ceased') return {}
  if (evidence === 'poor_rating') return poorFacts(world, orderId)
  const damning = world.rounds.findings.find(
    (each) =>
      each.orderId === orderId &&
      each.state === 'final' &&
      (each.effect === 'poor' || each.verdict === 'propose_retirement'),
  )
  if (damning === undefined || evidence !== 'finding') return null
  const { id: findingId, quarter, effect, verdict } = damning
  return { findingId, quarter, effect, verdict }
}

function poorFacts({ market, office }: World, orderId: string): Record<string, unknown> | null {
  const given = market.ratings.filter((rating) => rating.orderId === orderId)
  const inputs = { ratings: given.length, satisfied: given.filter(isSatisfied).length, answers: 0, notSolved: 0 }
  const rule = market.settings.rating
  return poorRating(inputs, rule) === null ? null : { settingsVersion: office.settings.version, rule, inputs }
}
