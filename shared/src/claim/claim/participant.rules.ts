import { isLive } from '../../build/order/order.rules.ts'
import type { ClaimantKind, ClaimState } from '../../build/order/claim-state.ts'
import type { ProblemCode } from '../../problem.ts'

/** Why nobody can be added to the claim or dropped from it now, or undefined: a collective one that is still worked on. */
export function participantsRefusal(claim: { claimantKind: ClaimantKind; state: ClaimState }): ProblemCode | undefined {
  if (claim.claimantKind === 'member') return 'claim.not_collective'
  return isLive(claim.state) ? undefined : 'claim.not_live'
}
