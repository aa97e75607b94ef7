import { findEnterprise, findNode, holdingsOf, listChildren, listNames, listNodes } from '@dj/db/queries/county/tree.ts'
import type { Reads } from '@dj/db/connect.ts'
import {
  type OrganizationDetail,
  type OrganizationTree,
  TREE_PAGE,
  type TreeQuery,
} from '@dj/shared/county/organization/tree.schema.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { isNamed } from './initials.ts'
import { toDetail, toNode } from './tree.view.ts'

/** What lies right below an organization, or what bears such a name. */
export async function readTree(
  { db }: Deps,
  { actor, parent, q, closed = false, after }: TreeQuery & { actor: Actor },
): Promise<Sent<typeof OrganizationTree>> {
  const { countyId } = actor
  if (q !== undefined) return search(db, { countyId, q, closed, after })
  const limit = TREE_PAGE + 1
  const rows = await listChildren(db, countyId, { parent: parent ?? null, closed, after, limit })
  return { items: rows.slice(0, TREE_PAGE).map(toNode), more: rows.length > TREE_PAGE }
}

const FOUND = 50

async function search(
  db: Reads,
  { countyId, q, closed, after }: { countyId: string; q: string; closed: boolean; after: string | undefined },
): Promise<Sent<typeof OrganizationTree>> {
  const names = await listNames(db, countyId, closed)
  const found = names.filter((one) => one.names.some((name) => isNamed(name, q))).map(({ id }) => id)
  const start = after === undefined ? 0 : found.indexOf(after) + 1
  const rows = await listNodes(db, countyId, found.slice(start, start + FOUND))
  return { items: rows.map(toNode), more: found.length > start + FOUND }
}

interface Input {
  actor: Actor
  id: string
}

export async function readOrganization(deps: Deps, { actor, id }: Input): Promise<Sent<typeof OrganizationDetail>> {
  const node = await findNode(deps.db, actor.countyId, id)
  if (!node || !may('organization.read', actor, { path: node.path })) throw new Refused('not_found')
  return viewOf(deps.db, actor.countyId, id, deps.now())
}

/** The whole of it, also as a verb answers after its change. */
export async function viewOf(
  db: Reads,
  countyId: string,
  id: string,
  at: Date,
): Promise<Sent<typeof OrganizationDetail>> {
  const node = await findNode(db, countyId, id)
  if (!node) throw new Refused('not_found')
  const enterprise = node.kind === 'enterprise' ? await findEnterprise(db, countyId, id) : undefined
  return toDetail(node, enterprise, await holdingsOf(db, countyId, id, at))
}
