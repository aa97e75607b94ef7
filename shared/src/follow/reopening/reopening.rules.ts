import type { Tier } from '../../county/organization/tier.ts'
import { decidesAtLevel } from '../../exit/retirement/retirement.rules.ts'
import type { Actor } from '../../policy.ts'
import type { ProblemCode } from '../../problem.ts'
import type { DecideReopening, ReopeningAsked, ReopeningState } from './reopening.schema.ts'

interface Asked {
  state: ReopeningState
  asked: ReopeningAsked
  tier: Tier
  /** Who found it, and who typed in the slip: neither decides. */
  concerned: readonly (string | null)[]
}

/** Why this person may not decide whether the completed order is opened again: a second person does, at the county for A and B. [domain §9] */
export function decideReopeningRefusal(
  { state, tier, concerned }: Pick<Asked, 'state' | 'tier' | 'concerned'>,
  actor: Pick<Actor, 'grants' | 'personId'>,
): ProblemCode | undefined {
  if (state !== 'proposed') return 'reopening.not_proposed'
  if (!decidesAtLevel(tier, actor)) return 'auth.forbidden'
  return concerned.includes(actor.personId) ? 'reopening.second_person_needed' : undefined
}

/** The same for one decision: nobody goes further than the finding asks. */
export const reopeningRefusal = (
  reopening: Asked,
  decision: DecideReopening['decision'],
  actor: Pick<Actor, 'grants' | 'personId'>,
): ProblemCode | undefined =>
  decideReopeningRefusal(reopening, actor) ??
  (decision === 'retire' && reopening.asked === 'rectify' ? 'reopening.not_asked' : undefined)

/** What two findings on one completion ask for together. */
export const strictest = (one: ReopeningAsked, other: ReopeningAsked): ReopeningAsked =>
  one === 'retire' || other === 'retire' ? 'retire' : 'rectify'
