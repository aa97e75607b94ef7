import { claimActionRefusal, extensionRefusal } from '@dj/shared/claim/claim/claim.rules.ts'
import type { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import type { ProblemCode } from '@dj/shared/problem.ts'
import { useSettings } from '../../county/settings/settings.queries.ts'
import type { ClaimDo } from './use-claim-do.ts'

/** Why an act on a claim is not possible now; the shared rules decide, and what they do not know stands here beside them. */
export function useClaimRefusals(claim: ClaimView): Readonly<Record<ClaimDo, ProblemCode | undefined>> {
  const days = useSettings()?.claim.extensionDays ?? 0 // until they are here, the api is the one that knows
  const refusal = (action: ClaimDo) => claimActionRefusal(claim.state, action)
  const { dueOn } = claim.order
  return {
    report: refusal('report'),
    deliver: refusal('deliver'),
    release: refusal('release'),
    extend: extensionRefusal({ ...claim, dueAt: new Date(claim.dueAt) }, { dueOn, days }),
    convert: refusal('convert') ?? (claim.claimantKind === 'member' ? undefined : 'claim.already_collective'),
  }
}
