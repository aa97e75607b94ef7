import { claimsOf, countClaimsInHand, lockClaimant, updateClaim } from '@dj/db/queries/claim/claims.ts'
import { alliedWith } from '@dj/db/queries/county/colleagues.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { findOrganization, type OrganizationRow } from '@dj/db/queries/county/organizations.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { claimActionRefusal } from '@dj/shared/claim/claim/claim.rules.ts'
import type { ClaimView, ConvertClaim } from '@dj/shared/claim/claim/claim.schema.ts'
import { isLive } from '@dj/shared/build/order/order.rules.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
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
    await lockClaimant(tx, countyId, organizationId) // before the order, as whoever claims for it does
    const { claim, order, settings } = await holdOwnClaim(tx, actor, claimId)
    refuseIf(claimActionRefusal(claim.state, 'convert'))
    refuseIf(claim.claimantKind === 'member' ? undefined : 'claim.already_collective')
    refuseIf(order.mode === 'individual' ? 'claim.individual_only' : undefined)
    const organization = await findOrganization(tx, countyId, organizationId)
    const kind = organization && collectiveKind(organization.kind)
    if (!kind) throw new Refused('need.organization_unknown', 'organizationId')
    if (!(await isOwn(tx, actor, organization))) throw new Refused('auth.forbidden')
    const rivals = await claimsOf(tx, countyId, order.id, order.cycle)
    refuseIf(
      rivals.some((rival) => isLive(rival.state) && rival.organizationId === organizationId)
        ? 'claim.already_yours'
        : undefined,
    )
    const held = await countClaimsInHand(tx, countyId, { organizationId })
    refuseIf(held >= settings.claim.perOrganization ? 'claim.limit_reached' : undefined)
    await updateClaim(tx, countyId, claimId, { claimantKind: kind, organizationId })
    const data = { reason, organizationId, claimantKind: kind }
    await recordEvent(tx, { countyId, kind: 'claim.converted', at, by, orderId: order.id, claimId, data })
    return viewClaim(tx, claimId, { actor, settings, at })
  })
}

/** One's home, what it belongs to or has below it, an alliance it is in, or what one leads: nobody else is burdened. */
async function isOwn(tx: Tx, actor: Actor, { id, kind, path }: OrganizationRow): Promise<boolean> {
  const { countyId, homeOrganizationId } = actor
  if (may('claim.take_for_organization', actor, { path })) return true
  const home = homeOrganizationId === null ? undefined : await findOrganization(tx, countyId, homeOrganizationId)
  if (!home) return false
  const members = kind === 'alliance' ? await alliedWith(tx, countyId, [id]) : []
  return home.path.includes(id) || path.includes(home.id) || members.some((member) => home.path.includes(member))
}
