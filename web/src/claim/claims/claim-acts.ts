import { claimActionRefusal } from '@dj/shared/claim/claim/claim.rules.ts'
import type { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import type { ProblemCode } from '@dj/shared/problem.ts'
import type { ClaimDo } from './use-claim-do.ts'

/** Why an act on a claim is not possible now; the shared table decides, and what it does not know stands here beside it. */
export function claimRefusals(claim: ClaimView): Readonly<Record<ClaimDo, ProblemCode | undefined>> {
  const refusal = (action: ClaimDo) => claimActionRefusal(claim.state, action)
  return {
    report: refusal('report'),
    deliver: refusal('deliver'),
    release: refusal('release'),
    extend: refusal('extend') ?? (claim.extended ? 'claim.extended_before' : undefined),
    convert: refusal('convert') ?? (claim.claimantKind === 'member' ? undefined : 'claim.already_collective'),
  }
}
