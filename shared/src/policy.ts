import type { ProblemCode } from './problem.ts'
import type { GrantedRole, Role } from './county/people/role.ts'
import type { PersonKind } from './county/people/session.schema.ts'

/** How near the actor must stand to the thing: itself, within the subtree of the granted organization, or anywhere in the county. */
export type Scope = 'self' | 'subtree' | 'county'
interface Allowance {
  role: Role
  scope: Scope
}
interface Rule {
  /** Answers without a session. */
  open?: true
  allow: readonly Allowance[]
}

const anywhere = (...roles: Role[]): Allowance[] => roles.map((role) => ({ role, scope: 'county' }))
const within = (...roles: Role[]): Allowance[] => roles.map((role) => ({ role, scope: 'subtree' }))
const oneself = (...roles: Role[]): Allowance[] => roles.map((role) => ({ role, scope: 'self' }))

const business = [
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
const admins = ['system_admin', 'security_admin', 'audit_admin'] as const
const everyone = anywhere(...business, ...admins)
const organizers = within('town_organizer', 'county_organizer')
const builders = within('secretary', 'town_organizer', 'county_organizer')
const claimants = [...oneself('member'), ...within('secretary', 'alliance_lead')]
const rectifiers = [...oneself('member'), ...builders, ...within('alliance_lead')]
const collectors = anywhere('operator', 'scout')

/**
 * Who may do what: operation → role × scope. State is decided by the state machines of each noun; this table decides the person.
 * The api enforces it, the web asks it, the mock server obeys it, and one test executes it cell by cell.
 */
export const policy = {
  'session.create': { open: true, allow: [] },
  'session.read': { allow: everyone },
  'session.delete': { allow: everyone },
  'setup.read': { open: true, allow: [] },
  'setup.create': { open: true, allow: [] },
  'county.read': { open: true, allow: [] },
  'organization.list': { allow: everyone },
  'colleague.list': { allow: anywhere('secretary', 'alliance_lead', 'county_organizer') },
  'settings.read': { allow: everyone },
  'settings.change': { allow: anywhere('county_organizer') },
  'person.list': { allow: anywhere('system_admin', 'security_admin') },
  'person.add': { allow: anywhere('system_admin') },
  'person.edit': { allow: anywhere('system_admin') },
  'grant.list': { allow: anywhere('security_admin', 'system_admin', 'audit_admin') },
  'grant.give': { allow: anywhere('security_admin') },
  'grant.end': { allow: anywhere('security_admin') },
  'log.list': { allow: anywhere('audit_admin') },
  'work.read': { allow: everyone },
  'events.stream': { allow: everyone },
  'attachment.create': { allow: anywhere(...business) },
  'attachment.read': { allow: everyone },

  'need.list': { allow: [...oneself('member', 'worker'), ...builders, ...collectors] },
  'need.raise': { allow: anywhere(...business) },
  'need.raise_for_others': { allow: [...builders, ...collectors] },
  'need.raise_openly': { open: true, allow: [] },
  'need.similar': { allow: anywhere(...business) },
  'need.read': { allow: [...oneself('member', 'worker'), ...builders, ...collectors] },
  'need.second': { allow: anywhere('member', 'worker') },
  'need.answer': { allow: builders },
  'need.decline': { allow: builders },
  'need.reopen': { allow: oneself('member', 'worker') },
  'need.merge': { allow: builders },
  'need.unmerge': { allow: builders },
  'need.reveal_contact': { allow: [...builders, ...collectors] },
  'need.import': { allow: organizers },
  'need.template': { allow: organizers },
  'need.export': { allow: builders },
  'receipt.read': { open: true, allow: [] },

  'order.list': { allow: everyone },
  'order.read': { allow: everyone },
  'order.read_draft': { allow: builders },
  'order.events': { allow: everyone },
  'library.list': { allow: everyone },
  'order.build': { allow: builders },
  'order.edit': { allow: builders },
  'order.publish': { allow: builders },
  'order.discard': { allow: builders },
  'order.second': { allow: anywhere('member', 'worker') },
  'order.rate': { open: true, allow: anywhere('member', 'worker') },
  'order.rate_by_telephone': { allow: anywhere('operator') },

  'claim.take': { allow: anywhere('member') },
  'claim.take_for_organization': { allow: within('secretary', 'alliance_lead') },
  'claim.list': { allow: anywhere(...business) },
  'claim.decide': { allow: builders },
  'claim.work': { allow: claimants },
  'claim.release': { allow: claimants },
  'claim.extend': { allow: claimants },
  'claim.convert': { allow: claimants },
  'claim.report': { allow: claimants },
  'claim.deliver': { allow: claimants },
  'claim.participate': { allow: oneself('member', 'worker') },
  'delivery.answer': { open: true, allow: [...oneself(...business), ...anywhere('operator')] },

  'round.list': { allow: everyone },
  'round.read': { allow: everyone },
  'round.open': { allow: anywhere('county_organizer') },
  'round.commit': { allow: everyone },
  'round.reveal': { allow: everyone },
  'round.freeze': { allow: anywhere('county_organizer') },
  'round.fall_back': { allow: anywhere('county_organizer') },
  'round.public_value': { allow: anywhere('county_organizer') },
  'round.draw': { allow: anywhere('county_organizer') },
  'round.assign': { allow: anywhere('county_organizer') },
  'round.abort': { allow: anywhere('county_organizer') },
  'round.close': { allow: anywhere('county_organizer') },
  'round.confirm_close': { allow: anywhere('county_organizer') },
  'round.targets': { allow: anywhere('town_organizer', 'county_organizer', 'inspector') },
  'round.excuse': { allow: anywhere('county_organizer') },
  'round.decide_excuse': { allow: anywhere('county_organizer') },
  'round.bundle': { open: true, allow: [] },
  'round.results': { open: true, allow: [] },
  'checklist.read': { allow: anywhere(...business) },
  'checklist.change': { allow: anywhere('county_organizer') },
  'conflict.list': { allow: anywhere('inspector') },
  'conflict.declare': { allow: anywhere('inspector') },
  'inspection.list': { allow: anywhere('inspector') },
  'finding.save': { allow: anywhere('inspector') },
  'finding.submit': { allow: anywhere('inspector') },
  'finding.enter_slip': { allow: anywhere('county_organizer') },
  'finding.list': { allow: everyone },
  'appeal.file': {
    allow: anywhere(
      'member',
      'worker',
      ...(['secretary', 'alliance_lead', 'town_organizer', 'county_organizer'] as const),
    ),
  },
  'appeal.list': { allow: anywhere(...business) },
  'appeal.subjects': { allow: anywhere(...business) },
  'appeal.decide': { allow: organizers },
  'flag.list': { allow: anywhere('county_organizer') },
  'flag.judge': { allow: anywhere('county_organizer') },
  'rectification.list': { allow: anywhere(...business) },
  'rectification.read': { allow: anywhere(...business) },
  'rectification.work': { allow: rectifiers },
  'rectification.answer_item': { allow: rectifiers },
  'rectification.name_responsible': { allow: rectifiers },
  'rectification.extend': { allow: rectifiers },
  'rectification.submit': { allow: rectifiers },
  'rectification.nudge': { allow: organizers },
  'rectification.reinspect': { allow: anywhere('inspector') },
  'retirement.list': { allow: everyone },
  'retirement.read': { allow: everyone },
  'retirement.propose': { allow: builders },
  'retirement.decide': { allow: organizers },
  'retirement.object': { open: true, allow: anywhere('member', 'worker') },
  'retirement.answer': { allow: builders },
  'retirement.finalise': { allow: organizers },
  'retirement.withdraw': { allow: organizers },
  'rule.dry_run': { allow: anywhere('county_organizer') },
  'bulletin.read': { open: true, allow: [] },
  'bulletin.publish': { allow: anywhere('county_organizer') },
} as const satisfies Record<string, Rule>
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
