import { nextQuarter, type Quarter, quarterOf } from '../../platform/time/quarter.ts'
import type { RoundState } from './round.schema.ts'

/**
 * The one quarter a finding counts in: that of the instant it arrived, never before its round's. Late, when that is not its round's
 * quarter any more or the round is closed: then it goes to the next quarter with a flag.
 */
export function findingQuarter(
  round: { quarter: Quarter; state: RoundState },
  at: Date,
): { quarter: Quarter; late: boolean } {
  const arrived = quarterOf(at)
  if (arrived > round.quarter) return { quarter: arrived, late: true }
  if (round.state === 'closed') return { quarter: nextQuarter(round.quarter), late: true }
  return { quarter: round.quarter, late: false }
}
