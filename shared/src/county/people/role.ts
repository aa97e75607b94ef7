import { z } from 'zod'

/** Roles given by a grant: role + organization + period. Member and worker follow from what the person is. */
export const GrantedRole = z.enum([
  'secretary',
  'alliance_lead',
  'town_organizer',
  'county_organizer',
  'inspector',
  'operator',
  'scout',
  'system_admin',
  'security_admin',
  'audit_admin',
])
export type GrantedRole = z.infer<typeof GrantedRole>

export const Role = z.enum(['member', 'worker', ...GrantedRole.options])
export type Role = z.infer<typeof Role>

/** The three administrators hold no business role, and nobody with a business role is an administrator. (三员分立) */
export const adminRoles = ['system_admin', 'security_admin', 'audit_admin'] as const satisfies readonly GrantedRole[]
