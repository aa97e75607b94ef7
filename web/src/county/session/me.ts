import { mayAnywhere, type Actor, type Operation } from '@dj/shared/policy.ts'
import { GrantedRole, type Role } from '@dj/shared/county/people/role.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'

export type Me = SessionView

/** Whose desk somebody sits at: the widest they lead. */
export const deskOf = (me: Me): 'county' | 'town' | 'branch' =>
  hasRole(me, 'county_organizer') ? 'county' : hasRole(me, 'town_organizer') ? 'town' : 'branch'

export const hasRole = (me: Me, ...roles: readonly Role[]) => me.roles.some(({ role }) => roles.includes(role))

/** The signed-in person as the shared rules see them. */
export function actorOf({ account, person, county, roles }: Me): Actor {
  const grants = roles.flatMap(({ role, organizationId }) => {
    const granted = GrantedRole.safeParse(role)
    return granted.success ? [{ role: granted.data, organizationId }] : []
  })
  return {
    countyId: county.id,
    personId: person.id,
    accountId: account.id,
    kind: person.kind,
    homeOrganizationId: person.homeOrganizationId,
    grants,
  }
}

/** For what is shown at all. Whether this thing here may be touched: `may(operation, actorOf(me), target)`. */
export const mayDo = (me: Me, ...operations: readonly Operation[]) =>
  operations.some((operation) => mayAnywhere(operation, actorOf(me)))

const deskRoles = [
  'secretary',
  'alliance_lead',
  'town_organizer',
  'county_organizer',
  'inspector',
  'operator',
  'scout',
] as const

/** Where a person begins: members at the library, who may claim nothing at their own needs, desks at what waits for them, administrators at their own subject. */
export function homeOf(me: Me): '/orders' | '/needs' | '/work' | '/people' | '/grants' | '/log' {
  if (hasRole(me, ...deskRoles)) return '/work'
  if (hasRole(me, 'security_admin')) return '/grants'
  if (hasRole(me, 'system_admin')) return '/people'
  if (hasRole(me, 'audit_admin')) return '/log'
  return hasRole(me, 'member') ? '/orders' : '/needs'
}
