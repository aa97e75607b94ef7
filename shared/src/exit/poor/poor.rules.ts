import type { CountySettings } from '../../county/settings/settings.schema.ts'
import { wilson } from '../../build/order/rating.rules.ts'

/** What the rule sees of one cycle of an order: the newest word of each rater that stands, and the requester's last word on each claim that is over. */
export interface PoorInputs {
  ratings: number
  satisfied: number
  /** Claims answered by their requester; "unanswered" is none, and what was put right afterwards counts as that. */
  answers: number
  notSolved: number
}
export type PoorReason = 'satisfaction' | 'not_solved'

/**
 * Why the ratings count as poor (评价差), or null: enough ratings and even the upper end of the 95 % Wilson interval of the
 * satisfied share below the threshold, or enough answers and so large a share of them "not solved". (domain §9)
 */
export function poorRating(
  { ratings, satisfied, answers, notSolved }: PoorInputs,
  rule: CountySettings['rating'],
): PoorReason | null {
  const interval = wilson(satisfied, ratings)
  if (interval && ratings >= rule.minimumN && interval.high < rule.poorBelow) return 'satisfaction'
  const share = answers === 0 ? 0 : notSolved / answers
  return answers >= rule.notSolvedMinimumN && notSolved > 0 && share >= rule.notSolvedShare ? 'not_solved' : null
}
