import { z } from 'zod'

const thresholds = {
  poorBelow: z.number().min(0).max(1),
  minimumN: z.int().min(1).max(100),
  notSolvedShare: z.number().min(0).max(1),
  notSolvedMinimumN: z.int().min(1).max(100),
}
const poorWithinQuarters = z.int().min(1).max(12)

/** Which orders the current rules and changed ones would touch, and why: looked at before a change is saved. */
export const DryRunRules = z.strictObject({
  ...thresholds,
  poorWithinQuarters: poorWithinQuarters.optional().meta({ description: 'Left out: as it is in force' }),
})
export type DryRunRules = z.infer<typeof DryRunRules>

/** The rules in force. */
export const RuleNumbers = z.object({ ...thresholds, poorWithinQuarters })
export type RuleNumbers = z.infer<typeof RuleNumbers>
