import type { Role } from './role.ts'

/** How near the actor must stand to the thing: itself, within the subtree of the granted organization, or anywhere in the county. */
export type Scope = 'self' | 'subtree' | 'county'
export interface Allowance {
  role: Role
  scope: Scope
}
export interface Rule {
  /** Answers without a session. */
  open?: true
  allow: readonly Allowance[]
}

export const anywhere = (...roles: Role[]): Allowance[] => roles.map((role) => ({ role, scope: 'county' }))
export const within = (...roles: Role[]): Allowance[] => roles.map((role) => ({ role, scope: 'subtree' }))
export const oneself = (...roles: Role[]): Allowance[] => roles.map((role) => ({ role, scope: 'self' }))

export const business = [
  'member',
  'worker',
  'secretary',
  'alliance_lead',
  'town_organizer',
  'county_organizer',
  'inspector',
  'operator',
  'scout',
] as const
export const admins = ['system_admin', 'security_admin', 'audit_admin'] as const
export const everyone = anywhere(...business, ...admins)
export const organizers = within('town_organizer', 'county_organizer')
/** Who keep the tree: the organizers in their reach, and the system administrator, who sets a county up before there are any. */
export const keepers = [...organizers, ...anywhere('system_admin')]
export const builders = within('secretary', 'town_organizer', 'county_organizer')
export const claimants = [...oneself('member'), ...within('secretary', 'alliance_lead')]
export const rectifiers = [...oneself('member'), ...builders, ...within('alliance_lead')]
export const collectors = anywhere('operator', 'scout')
