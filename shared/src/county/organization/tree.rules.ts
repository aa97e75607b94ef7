import type { ProblemCode } from '../../problem.ts'
import { type OrganizationKind, partyKinds } from './organization.schema.ts'
import type { Holdings } from './tree.schema.ts'

const committees = ['county', 'town', 'park_committee', 'party_committee'] as const
const branchParents = [...committees, 'general_branch'] as const

/** Below what each kind may stand. [党章 30; 中国共产党支部工作条例(试行) 4–5] */
export const parentKinds: Record<OrganizationKind, readonly OrganizationKind[]> = {
  county: [],
  town: ['county'],
  park_committee: ['county', 'town'],
  party_committee: committees,
  general_branch: committees,
  branch: branchParents,
  joint_branch: branchParents,
  group: ['branch', 'joint_branch'],
  enterprise: committees,
  station: [...branchParents, 'branch', 'joint_branch'],
  alliance: ['county', 'town', 'park_committee'],
}

interface Node {
  id: string
  kind: OrganizationKind
  path: readonly string[]
  closedOn: string | null
}

/** Why nothing may hang below that parent, or undefined. */
export function parentRefusal(
  kind: OrganizationKind,
  parent: Pick<Node, 'kind' | 'closedOn'>,
): ProblemCode | undefined {
  if (parent.closedOn !== null) return 'organization.closed'
  return parentKinds[kind].includes(parent.kind) ? undefined : 'organization.wrong_parent'
}

/** Why it may not move there, or undefined. */
export function moveRefusal(node: Node, parent: Node): ProblemCode | undefined {
  if (node.kind === 'county') return 'organization.is_root'
  if (node.closedOn !== null) return 'organization.closed'
  if (parent.path.includes(node.id)) return 'organization.under_itself'
  return parentRefusal(node.kind, parent)
}

/** Why it may not be closed with that successor, or undefined. `kinds`: of what lies below it and would move. */
export function closeRefusal(
  node: Node,
  {
    successor,
    holdings,
    kinds,
  }: { successor: Node | undefined; holdings: Holdings; kinds: readonly OrganizationKind[] },
): ProblemCode | undefined {
  if (node.kind === 'county') return 'organization.is_root'
  if (node.closedOn !== null) return 'organization.closed'
  if (successor === undefined) {
    return Object.values(holdings).some((count) => count > 0) ? 'organization.still_holding' : undefined
  }
  if (successor.closedOn !== null || successor.path.includes(node.id)) return 'organization.successor_unfit'
  if (!takesOver(node.kind, successor.kind)) return 'organization.successor_unfit'
  return kinds.every((kind) => parentKinds[kind].includes(successor.kind)) ? undefined : 'organization.children_unfit'
}

/** Like succeeds like, so that an order stays in a library of its tier: a town's goes to a town, a party organization's to another. */
export const takesOver = (from: OrganizationKind, to: OrganizationKind): boolean =>
  from === to || [from, to].every((kind) => partyKinds.some((party) => party === kind))
