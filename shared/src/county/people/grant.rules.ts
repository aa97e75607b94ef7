import { type OrganizationKind, partyKinds } from '../organization/organization.schema.ts'
import type { ProblemCode } from '../../problem.ts'
import { unreachable } from '../../platform/assert.ts'
import { adminRoles, type GrantedRole } from './role.ts'
import type { PersonKind } from './session.schema.ts'

/** Does the role fit that kind of organization? (domain §3) */
export function roleFitsOrganization(role: GrantedRole, kind: OrganizationKind): boolean {
  switch (role) {
    case 'secretary':
      return partyKinds.some((party) => party === kind)
    case 'alliance_lead':
      return kind === 'alliance'
    case 'town_organizer':
      return kind === 'town'
    case 'scout':
      return kind === 'town' || kind === 'county'
    case 'county_organizer':
    case 'inspector':
    case 'operator':
    case 'system_admin':
    case 'security_admin':
    case 'audit_admin':
      return kind === 'county'
    default:
      return unreachable(role)
  }
}

/** Whoever may claim for others, or leads those who do, is no neutral ear: they are told no receipt code. */
export const claimsForOthers = (grants: readonly { role: string }[]): boolean =>
  grants.some(({ role }) => role === 'secretary' || role === 'alliance_lead')

/** Roles that somebody must hold: the last one cannot go without a successor. */
export const isResponsible = (role: GrantedRole): boolean =>
  role !== 'inspector' && role !== 'operator' && role !== 'scout'

const isAdmin = (role: GrantedRole): boolean => adminRoles.some((admin) => admin === role)

export interface ProposedGrant {
  role: GrantedRole
  organizationKind: OrganizationKind
  person: { id: string; kind: PersonKind }
  granterId: string
}

/** Why this grant may not be given, or undefined. What overlaps with other grants is for the database to see. */
export function grantRefusal({ role, organizationKind, person, granterId }: ProposedGrant): ProblemCode | undefined {
  if (person.id === granterId) return 'grant.to_oneself'
  if (!roleFitsOrganization(role, organizationKind)) return 'grant.scope_mismatch'
  if ((role === 'secretary' || role === 'alliance_lead') && person.kind !== 'member') return 'grant.to_worker'
  // Member and worker are business roles that come with the person: an administrator is neither. (三员分立)
  return isAdmin(role) && person.kind !== 'staff' ? 'grant.admin_and_business' : undefined
}
