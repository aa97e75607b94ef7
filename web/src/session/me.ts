import type { Role } from '@dj/shared/people/role.ts'
import type { SessionView } from '@dj/shared/people/session.schema.ts'

export type Me = SessionView

export const hasRole = (me: Me, ...roles: readonly Role[]) => me.roles.some(({ role }) => roles.includes(role))

const deskRoles = [
  'secretary',
  'alliance_lead',
  'town_organizer',
  'county_organizer',
  'inspector',
  'operator',
  'scout',
] as const

/** Where a person begins: members at the library, desks at what waits for them, administrators at their accounts or grants. */
export function homeOf(me: Me): '/orders' | '/work' | '/people' | '/grants' {
  if (hasRole(me, ...deskRoles)) return '/work'
  if (hasRole(me, 'security_admin')) return '/grants'
  if (hasRole(me, 'system_admin', 'audit_admin')) return '/people'
  return '/orders'
}
