import { claimsOf, updateClaim } from '@dj/db/queries/claims.ts'
import { recordEvent } from '@dj/db/queries/events.ts'
import { findOrganization } from '@dj/db/queries/organizations.ts'
import { claimActionRefusal } from '@dj/shared/claim/claim.rules.ts'
import type { ClaimView, ConvertClaim } from '@dj/shared/claim/claim.schema.ts'
import { isLive } from '@dj/shared/order/order.rules.ts'
import type { Actor } from '@dj/shared/people/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../deps.ts'
import type { Sent } from '../http/spec.ts'
import { viewClaim } from './claim.view.ts'
import { collectiveKind } from './claimant-kind.ts'
import { holdOwnClaim } from './hold-claim.ts'

/** Too hard for one: the member's group, branch or alliance takes over, with place, history and clock. [003 集体认领] */
export function convertClaim(
  deps: Deps,
  input: ConvertClaim & { actor: Actor; claimId: string },
): Promise<Sent<typeof ClaimView>> {
  const { actor, claimId, organizationId, reason } = input
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { claim, order, settings } = await holdOwnClaim(tx, actor, claimId)
    refuseIf(claimActionRefusal(claim.state, 'convert'))
    refuseIf(claim.claimantKind === 'member' ? undefined : 'claim.already_collective')
    refuseIf(order.mode === 'individual' ? 'claim.individual_only' : undefined)
    const organization = await findOrganization(tx, countyId, organizationId)
    const kind = organization && collectiveKind(organization.kind)
    if (!kind) throw new Refused('need.organization_unknown', 'organizationId')
    const rivals = await claimsOf(tx, countyId, order.id, order.cycle)
    refuseIf(
      rivals.some((rival) => isLive(rival.state) && rival.organizationId === organizationId)
        ? 'claim.already_yours'
        : undefined,
    )
    await updateClaim(tx, countyId, claimId, { claimantKind: kind, organizationId })
    const data = { reason, organizationId, claimantKind: kind }
    await recordEvent(tx, { countyId, kind: 'claim.converted', at, by, orderId: order.id, claimId, data })
    return viewClaim(tx, claimId, { actor, settings, at })
  })
}
