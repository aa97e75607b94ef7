import { verdictRefusal } from '../finding/finding.rules.ts'
import type { Effect, Verdict } from '../../exit/verdict.ts'
import type { Tier } from '../../county/organization/tier.ts'
import type { ProblemCode } from '../../problem.ts'
import type { AppealView, DecideAppeal } from './appeal.schema.ts'

export interface FindingValue {
  effect: Effect
  verdict: Verdict
}
export interface RatingValue {
  attitude: number
  speed: number
  result: number
  excluded: boolean
}

export interface Appealed {
  state: AppealView['state']
  filedById: string
  /** Whoever gave the rating or finding, or typed it in. */
  againstIds: readonly (string | null)[]
  order: { tier: Tier; authorId: string; publisherId: string | null }
}
export interface Decider {
  personId: string
  part: 'doer' | 'rater' | 'inspector' | null
  leadsOwner: boolean
}

/**
 * Why this person may not decide, or undefined: a third body without a part in the order. The owner's own leads are none, but for
 * A orders, which nobody above owns: there another organizer of the county decides. [domain §7]
 */
export function decideAppealRefusal(appeal: Appealed, decider: Decider): ProblemCode | undefined {
  if (appeal.state !== 'filed') return 'appeal.decided'
  const { tier, authorId, publisherId } = appeal.order
  const involved = [appeal.filedById, ...appeal.againstIds, authorId, publisherId].includes(decider.personId)
  const ownCause = decider.leadsOwner && tier !== 'A'
  return involved || ownCause || decider.part !== null ? 'appeal.not_third' : undefined
}

interface Concern {
  concerned: boolean
  /** For the county alone: when it called the rating into doubt. */
  doubted: Date | null
}

/** Who gave it appeals against nothing; the others must be concerned, or be the county that doubts it. */
export const concernRefusal = (asked: Concern & { against: string | null; by: string }): ProblemCode | undefined =>
  asked.against === asked.by || !(asked.concerned || asked.doubted !== null) ? 'appeal.not_concerned' : undefined

/** The time to appeal runs from the last change of it; for the county from its own doubt, if that came later. */
export const appealableSince = ({ since, doubted, concerned }: Concern & { since: Date }): Date =>
  concerned || doubted === null || doubted < since ? since : doubted

/** The finding after the decision. */
export const changedFinding = (before: FindingValue, { effect, verdict }: DecideAppeal): FindingValue => ({
  effect: effect ?? before.effect,
  verdict: verdict ?? before.verdict,
})

/** The rating after the decision. */
export const changedRating = (before: RatingValue, { grades, excluded }: DecideAppeal): RatingValue => ({
  ...before,
  ...grades,
  excluded: excluded ?? before.excluded,
})

/** A change must change something, of the kind appealed against, and a poor effect still cannot pass. */
export function findingChangeRefusal(before: FindingValue, decision: DecideAppeal): ProblemCode | undefined {
  const { effect, verdict } = changedFinding(before, decision)
  const alien = decision.grades !== undefined || decision.excluded !== undefined
  if (alien || (effect === before.effect && verdict === before.verdict)) return 'appeal.nothing_changed'
  return verdictRefusal(effect, verdict)
}

export function ratingChangeRefusal(before: RatingValue, decision: DecideAppeal): ProblemCode | undefined {
  const after = changedRating(before, decision)
  const keys = ['attitude', 'speed', 'result', 'excluded'] as const
  const alien = decision.effect !== undefined || decision.verdict !== undefined
  return alien || keys.every((key) => after[key] === before[key]) ? 'appeal.nothing_changed' : undefined
}

/** Does a notice that a finding led to still have its ground? */
export const noticeStands = (after: FindingValue): boolean => after.verdict !== 'pass'

/** Does a proposal to retire still have its ground, now that the finding it rests on reads so? */
export function proposalStands(
  evidence: 'finding' | 'second_poor' | 'failed_rectification',
  before: FindingValue,
  after: FindingValue,
): boolean {
  if (evidence === 'second_poor') return after.effect === 'poor'
  if (evidence === 'failed_rectification') return noticeStands(after)
  // Proposed by the verdict itself, or by a person because of the poor effect.
  return after.verdict === 'propose_retirement' || (before.verdict !== 'propose_retirement' && after.effect === 'poor')
}
