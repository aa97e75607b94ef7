import type { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'

export type ClaimStep =
  | 'await_owner'
  | 'first_report'
  | 'report'
  | 'report_now'
  | 'overdue'
  | 'held'
  | 'await_answer'
  | 'participate'
  | 'by_claimant'
  | 'ended'
  | 'ended_retired'

const day = 86_400_000

/** What comes next on a claim, for whoever looks at it. */
export function claimStepOf(claim: ClaimView, personId: string, at: Date): ClaimStep {
  const listed = claim.participants.find((each) => each.personId === personId)
  if (claim.endedAt !== null) return claim.endReason === 'order_retired' ? 'ended_retired' : 'ended'
  if (listed?.state === 'listed') return 'participate'
  if (claim.state === 'requested') return 'await_owner'
  if (claim.state === 'delivered') return 'await_answer'
  if (claim.deadline?.kind !== 'finish') return 'held'
  if (!claim.mine) return 'by_claimant'
  if (new Date(claim.dueAt) <= at) return 'overdue'
  if (claim.lastReportAt === null) return 'first_report'
  return claim.light === 'green' ? 'report' : 'report_now'
}

/** Whole days since the last report, or since the claim began. */
export const silentDays = ({ lastReportAt, startedAt }: ClaimView, at: Date): number =>
  Math.max(0, Math.floor((at.getTime() - Date.parse(lastReportAt ?? startedAt)) / day))
