import { buildPolicy } from './build/build.policy.ts'
import { claimPolicy } from './claim/claim.policy.ts'
import { collectPolicy } from './collect/collect.policy.ts'
import { countyPolicy } from './county/county.policy.ts'
import { exitPolicy } from './exit/exit.policy.ts'
import { followPolicy } from './follow/follow.policy.ts'
import { meetPolicy } from './meet/meet.policy.ts'
import type { ProblemCode } from './problem.ts'
import type { Rule, Scope } from './county/people/policy-shape.ts'
import type { GrantedRole, Role } from './county/people/role.ts'
import type { PersonKind } from './county/people/session.schema.ts'

/**
 * Who may do what: operation → role × scope. State is decided by the state machines of each noun; this table decides the person.
 * The api enforces it, the web asks it, the mock server obeys it, and one test executes it cell by cell.
 */
export const policy = {
  ...countyPolicy,
  ...buildPolicy,
  ...collectPolicy,
  ...claimPolicy,
  ...exitPolicy,
  ...followPolicy,
  ...meetPolicy,
} as const
export type Operation = keyof typeof policy

/** Who acts: what the person is, and the grants valid now. */
export interface Actor {
  countyId: string
  personId: string
  accountId: string
  kind: PersonKind
  homeOrganizationId: string | null
  grants: readonly { role: GrantedRole; organizationId: string }[]
}

/** What it is done to. `path`: ids from the county down to the organization that owns it; `personId`: whose own thing it is. */
export interface Target {
  path?: readonly string[]
  personId?: string | null
}

/** May the actor do this here? Holding the role elsewhere is not enough. */
export function may(operation: Operation, actor: Actor, target: Target = {}): boolean {
  const { allow }: Rule = policy[operation]
  return allow.some(({ role, scope }) => reaches(role, scope, actor, target))
}

/** May the actor do this anywhere at all? For navigation, and to tell "not your role" from "not within your reach". */
export function mayAnywhere(operation: Operation, actor: Actor): boolean {
  const { allow }: Rule = policy[operation]
  return allow.some(({ role }) => holds(role, actor).length > 0)
}

/** Why not, when not. */
export const policyRefusal = (operation: Operation, actor: Actor, target?: Target): ProblemCode | undefined =>
  may(operation, actor, target) ? undefined : 'auth.forbidden'

/** The organizations in which the actor holds the role; for member and worker, which belong to the person, one empty scope. */
function holds(role: Role, actor: Actor): readonly (string | null)[] {
  if (role === 'member') return actor.kind === 'member' || actor.kind === 'probationary' ? [null] : []
  if (role === 'worker') return actor.kind === 'worker' ? [null] : []
  return actor.grants.filter((grant) => grant.role === role).map((grant) => grant.organizationId)
}

function reaches(role: Role, scope: Scope, actor: Actor, target: Target): boolean {
  const held = holds(role, actor)
  if (held.length === 0) return false
  if (scope === 'county') return true
  if (scope === 'self') return target.personId === actor.personId
  return held.some((organizationId) => organizationId !== null && target.path?.includes(organizationId) === true)
}

/** The organizations whose subtrees the actor may do `operation` in: what a list is filtered by. `all` when anywhere in the county. */
export function reachOf(operation: Operation, actor: Actor): { all: boolean; self: boolean; under: readonly string[] } {
  const { allow }: Rule = policy[operation]
  const live = allow.filter(({ role }) => holds(role, actor).length > 0)
  return {
    all: live.some(({ scope }) => scope === 'county'),
    self: live.some(({ scope }) => scope === 'self'),
    under: live
      .filter(({ scope }) => scope === 'subtree')
      .flatMap(({ role }) => holds(role, actor).flatMap((id) => (id === null ? [] : [id]))),
  }
}
