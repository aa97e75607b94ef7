import type { OrganizationKind } from '../../county/organization/organization.schema.ts'
import type { ClaimantKind } from '../../build/order/claim-state.ts'

/** What kind of claimant an organization is, or undefined when it cannot claim. */
export function collectiveKind(kind: OrganizationKind): Exclude<ClaimantKind, 'member'> | undefined {
  switch (kind) {
    case 'alliance':
    case 'group':
      return kind
    case 'branch':
    case 'joint_branch':
    case 'general_branch':
    case 'party_committee':
    case 'park_committee':
      return 'branch'
    case 'county':
    case 'town':
    case 'enterprise':
    case 'station':
      return undefined
  }
}
