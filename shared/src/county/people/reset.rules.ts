import type { Actor } from '../../policy.ts'
import type { ProblemCode } from '../../problem.ts'
import { adminRoles, type GrantedRole } from './role.ts'

/** Whose secret is to be reset: the roles held now or later, and whether its owner has ever chosen one. */
export interface ResetPerson {
  id: string
  status: 'active' | 'suspended' | 'left'
  roles: readonly GrantedRole[]
  opened: boolean
}

type Asking = Pick<Actor, 'personId' | 'grants'>
const holds = (actor: Asking, role: GrantedRole) => actor.grants.some((grant) => grant.role === role)
const isAdmin = (roles: readonly GrantedRole[]) => adminRoles.some((role) => roles.includes(role))

/** Whoever could decide something is not opened by one hand alone; before the first opening there is nothing to take over. */
export const needsSecondAdmin = ({ roles, opened }: ResetPerson): boolean => roles.length > 0 && opened

/** Why `actor` may not ask for a new code for this person, or undefined. The security administrator stands in for a locked-out administrator alone. */
export function askResetRefusal(actor: Asking, person: ResetPerson): ProblemCode | undefined {
  if (person.id === actor.personId) return 'account.not_oneself'
  if (person.status !== 'active') return 'account.not_active'
  return holds(actor, 'system_admin') || isAdmin(person.roles) ? undefined : 'account.for_admins_only'
}

/** Why `actor` may not take a request back, or undefined: not the one it is about, who could never be locked out then. */
export function withdrawResetRefusal(
  actor: Pick<Asking, 'personId'>,
  { state, personId }: Pick<AskedReset, 'state' | 'personId'>,
): ProblemCode | undefined {
  if (state !== 'asked') return 'account.reset_not_waiting'
  return personId === actor.personId ? 'account.not_oneself' : undefined
}

export interface AskedReset {
  state: 'asked' | 'issued' | 'used' | 'withdrawn' | 'replaced'
  personId: string
  askedBy: string | null
  until: Date
}

/**
 * Why `actor` may not be the second to confirm, or undefined: neither who asked nor whose secret it is. The audit administrator, who
 * keeps no accounts, is the second only where one of the other two is locked out.
 */
export function confirmResetRefusal(
  actor: Asking,
  reset: AskedReset,
  personRoles: readonly GrantedRole[],
  at: Date,
): ProblemCode | undefined {
  if (reset.state !== 'asked') return 'account.reset_not_waiting'
  if (reset.until <= at) return 'account.reset_lapsed'
  if (reset.personId === actor.personId) return 'account.not_oneself'
  if (reset.askedBy === actor.personId) return 'account.second_admin_needed'
  const keepsAccounts = holds(actor, 'system_admin') || holds(actor, 'security_admin')
  return keepsAccounts || isAdmin(personRoles) ? undefined : 'account.for_admins_only'
}
