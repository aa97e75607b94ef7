import type { Tier } from '../../county/organization/tier.ts'
import type { Actor } from '../../policy.ts'
import type { ProblemCode } from '../../problem.ts'
import type { RetirementState } from './retirement.schema.ts'

/** A and B are decided at the county, C at the town or the county. (domain §9) */
export const decidesAtLevel = (tier: Tier, actor: Pick<Actor, 'grants'>): boolean =>
  actor.grants.some(({ role }) => role === 'county_organizer' || (tier === 'C' && role === 'town_organizer'))

/** Why this person may not decide the proposal, or undefined. `typedById`: who typed in the paper slip it rests on. */
export function decideRefusal(
  retirement: { state: RetirementState; tier: Tier; proposedById: string | null; typedById: string | null },
  actor: Pick<Actor, 'grants' | 'personId'>,
): ProblemCode | undefined {
  if (retirement.state !== 'proposed') return 'retirement.not_proposed'
  if (!decidesAtLevel(retirement.tier, actor)) return 'auth.forbidden'
  const { proposedById, typedById } = retirement
  return [proposedById, typedById].includes(actor.personId) ? 'retirement.second_person_needed' : undefined
}

/** Why nobody may object now: objections are raised during the public notice, and answered after it, too. */
export const objectRefusal = (
  retirement: { state: RetirementState; noticeUntil: Date | null },
  at: Date,
): ProblemCode | undefined =>
  retirement.state === 'on_notice' && (retirement.noticeUntil === null || at < retirement.noticeUntil)
    ? undefined
    : 'retirement.not_on_notice'

/** Why the retirement cannot become final now, or undefined: the notice has run out and every objection is answered. */
export function finaliseRefusal(
  retirement: { state: RetirementState; tier: Tier; noticeUntil: Date | null; openObjections: number },
  actor: Pick<Actor, 'grants'>,
  at: Date,
): ProblemCode | undefined {
  if (retirement.state !== 'on_notice') return 'retirement.not_on_notice'
  if (!decidesAtLevel(retirement.tier, actor)) return 'auth.forbidden'
  if (retirement.noticeUntil === null) return 'retirement.notice_waits'
  if (at < retirement.noticeUntil) return 'retirement.notice_running'
  return retirement.openObjections > 0 ? 'retirement.objections_open' : undefined
}

interface Withdrawn {
  state: RetirementState
  tier: Tier
  proposedById: string | null
  undoUntil: Date | null
  /** A published order has taken the need up again. */
  rebuilt: boolean
}

/**
 * Why it cannot be taken back by them: at its level before it is final always, after it within the undo window and while nobody has
 * taken its need up again; a proposal by its author, too.
 */
export function withdrawRefusal(
  retirement: Withdrawn,
  actor: Pick<Actor, 'grants' | 'personId'>,
  at: Date,
): ProblemCode | undefined {
  const { state, tier, proposedById, undoUntil } = retirement
  if (state === 'refused' || state === 'withdrawn') return 'retirement.not_on_notice'
  const isOwnProposal = state === 'proposed' && proposedById === actor.personId
  if (!isOwnProposal && !decidesAtLevel(tier, actor)) return 'auth.forbidden'
  if (state !== 'final') return undefined
  if (undoUntil === null || at >= undoUntil) return 'retirement.undo_over'
  return retirement.rebuilt ? 'retirement.rebuilt' : undefined
}
