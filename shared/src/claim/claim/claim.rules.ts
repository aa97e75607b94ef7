import type { ProblemCode } from '../../problem.ts'
import { orderRefusal } from '../../build/order/order.rules.ts'
import type { ClaimMode, OrderState } from '../../build/order/order.schema.ts'
import type { ClaimantKind, ClaimState } from '../../build/order/claim-state.ts'
import { endOf } from '../../build/order/due.rules.ts'

export interface Claimable {
  state: OrderState
  mode: ClaimMode
  placesLeft: number
  /** Civil date in Shanghai, inclusive. */
  claimBy: string | null
  /** Civil date in Shanghai, inclusive: no term runs beyond it. */
  dueOn: string | null
}
export interface Claimant {
  kind: ClaimantKind
  /** Formal or probationary member, or acting for an organization. */
  isMember: boolean
  /** Claims that count against the limit. */
  inHand: number
  limit: number
  holdsThisOrder: boolean
  /** What the person already is to this order: one person has one part in it. */
  part: 'doer' | 'rater' | 'inspector' | null
}

/** Why `me` may not claim `order` on civil date `today`, or undefined if they may. The web shows it on the button. [003 点单] */
export function claimRefusal(order: Claimable, me: Claimant, today: string): ProblemCode | undefined {
  if (!me.isMember) return 'claim.members_only'
  if (me.holdsThisOrder) return 'claim.already_yours'
  const refusal = orderRefusal(order.state, 'claim')
  if (refusal) return order.state === 'claimed' || order.state === 'delivered' ? 'order.no_place_left' : refusal
  if (order.mode === 'collective' && me.kind === 'member') return 'claim.collective_only'
  if (order.mode === 'individual' && me.kind !== 'member') return 'claim.individual_only'
  if (order.placesLeft <= 0) return 'order.no_place_left'
  if (order.claimBy !== null && today > order.claimBy) return 'order.claim_by_passed'
  if (order.dueOn !== null && today > order.dueOn) return 'order.due_passed'
  if (me.kind === 'member' && me.part === 'rater') return 'claim.you_rated'
  if (me.kind === 'member' && me.part === 'inspector') return 'claim.you_inspect'
  return me.inHand >= me.limit ? 'claim.limit_reached' : undefined
}

export const claimActions = [
  'accept',
  'decline',
  'lapse',
  'report',
  'deliver',
  'extend',
  'convert',
  'release',
  'settle',
  'end',
] as const
export type ClaimAction = (typeof claimActions)[number]

const over = {
  accept: 'claim.not_requested',
  decline: 'claim.not_requested',
  lapse: 'claim.not_requested',
  report: 'claim.not_live',
  deliver: 'claim.not_live',
  extend: 'claim.not_live',
  convert: 'claim.not_live',
  release: 'claim.not_live',
  settle: 'delivery.answered',
  end: 'claim.not_live',
} as const satisfies Record<ClaimAction, ProblemCode>

/** Which act is possible on a claim in which state. */
export const claimTable = {
  requested: {
    ...over,
    accept: true,
    decline: true,
    lapse: true,
    release: true,
    end: true,
    report: 'claim.awaiting_owner',
    deliver: 'claim.awaiting_owner',
    extend: 'claim.awaiting_owner',
    convert: 'claim.awaiting_owner',
    settle: 'claim.awaiting_owner',
  },
  active: {
    ...over,
    report: true,
    deliver: true,
    extend: true,
    convert: true,
    release: true,
    end: true,
    settle: 'claim.not_live',
  },
  delivered: {
    ...over,
    settle: true,
    end: true,
    report: 'claim.awaiting_answer',
    deliver: 'claim.awaiting_answer',
    extend: 'claim.awaiting_answer',
    convert: 'claim.awaiting_answer',
    release: 'claim.awaiting_answer',
  },
  completed: over,
  released: over,
  lapsed: over,
  failed: over,
  ended: over,
} as const satisfies Record<ClaimState, Record<ClaimAction, ProblemCode | true>>

/** Why `action` is not possible on a claim in `state`, or undefined if it is. */
export function claimActionRefusal(state: ClaimState, action: ClaimAction): ProblemCode | undefined {
  const entry: ProblemCode | true = claimTable[state][action]
  return entry === true ? undefined : entry
}

/** Withdrawing is free before work is reported, with a reason after. */
export const releaseRefusal = (claim: { state: ClaimState; reported: boolean }, reason: string | undefined) =>
  claimActionRefusal(claim.state, 'release') ??
  (claim.reported && !reason ? ('claim.reason_needed' as const) : undefined)

const day = 86_400_000
/** Until when the claim runs once it is extended. */
export const extendedUntil = (dueAt: Date, days: number): Date => new Date(dueAt.getTime() + days * day)

/** One extension a claim, and never past the day on which the order itself is due. */
export function extensionRefusal(
  claim: { state: ClaimState; extended: boolean; dueAt: Date },
  { dueOn, days }: { dueOn: string | null; days: number },
): ProblemCode | undefined {
  const refusal = claimActionRefusal(claim.state, 'extend')
  if (refusal) return refusal
  if (claim.extended) return 'claim.extended_before'
  return dueOn !== null && extendedUntil(claim.dueAt, days) > endOf(dueOn) ? 'claim.past_order_due' : undefined
}

/** What an answer does to the claim: solved completes it, partly and the first "not" give it back, the second "not" ends it. */
export function claimAfterAnswer(
  answer: 'solved' | 'partly' | 'not' | 'unanswered',
  notSolvedOnce: boolean,
): { state: ClaimState; notSolvedOnce: boolean } {
  switch (answer) {
    case 'solved':
    case 'unanswered':
      return { state: 'completed', notSolvedOnce }
    case 'partly':
      return { state: 'active', notSolvedOnce }
    case 'not':
      return notSolvedOnce ? { state: 'failed', notSolvedOnce } : { state: 'active', notSolvedOnce: true }
  }
}
