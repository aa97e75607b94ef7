import type { OrganizationRow } from '@dj/db/queries/county/organizations.ts'
import { lockOrganizations } from '@dj/db/queries/county/tree.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { type Actor, may, type Operation } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'

interface Asked {
  operation: Operation
  id: string
  version?: number
  /** Another that must be in reach as well, and the field it was chosen in. */
  other?: { id: string; field: string } | undefined
}

/** Locks an organization, and another beside it, for a change. Not found out of sight, forbidden out of reach, stale when it moved on. */
export async function holdOrganization(
  tx: Tx,
  actor: Actor,
  { operation, id, version, other }: Asked,
): Promise<{ node: OrganizationRow; other: OrganizationRow | undefined }> {
  const rows = await lockOrganizations(tx, actor.countyId, other ? [id, other.id] : [id])
  const node = rows.find((row) => row.id === id)
  if (!node || !may('organization.read', actor, { path: node.path })) throw new Refused('not_found')
  if (!may(operation, actor, { path: node.path })) throw new Refused('auth.forbidden')
  if (version !== undefined && version !== node.version) throw new Refused('request.stale_version')
  if (!other) return { node, other: undefined }
  const beside = rows.find((row) => row.id === other.id)
  if (!beside || !may(operation, actor, { path: beside.path }))
    throw new Refused('organization.parent_unknown', other.field)
  return { node, other: beside }
}
