import { bothClaim, childKindsOf, holdingsOf, isLed } from '@dj/db/queries/county/tree.ts'
import { handOn, type HandedOn, updateOrganization } from '@dj/db/queries/county/tree-changes.ts'
import { announceChange } from '@dj/db/queries/county/sessions.ts'
import { type NewEvent, recordEvents } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { closeRefusal } from '@dj/shared/county/organization/tree.rules.ts'
import type { CloseOrganization, OrganizationDetail } from '@dj/shared/county/organization/tree.schema.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdOrganization } from './hold-organization.ts'
import { viewOf } from './read-tree.ts'

/**
 * Closes an organization, or merges it into its successor, which takes over whatever hangs on it; the roles held in it end.
 * Whoever would hang something on it meanwhile waits, and is refused.
 */
export function closeOrganization(
  deps: Deps,
  { actor, id, version, successorId, reason }: CloseOrganization & { actor: Actor; id: string; version: number },
): Promise<Sent<typeof OrganizationDetail>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const other = successorId === null ? undefined : { id: successorId, field: 'successorId' }
    const held = await holdOrganization(tx, actor, { operation: 'organization.close', id, version, other })
    const holdings = await holdingsOf(tx, countyId, id, at)
    const kinds = await childKindsOf(tx, countyId, id)
    refuseIf(closeRefusal(held.node, { successor: held.other, holdings, kinds }), 'successorId')
    const clash = held.other && (await bothClaim(tx, countyId, id, held.other.id))
    refuseIf(clash ? 'organization.successor_claims_too' : undefined, 'successorId')
    if (held.other) await refuseUnled(tx, { countyId, id, to: held.other.id }, at)
    const asked = { countyId, id, at, by, endReason: reason }
    const handed = held.other ? await handOn(tx, { ...asked, to: held.other }) : nothing
    await updateOrganization(tx, { countyId, id }, { closedOn: civilDateOf(at), successorId })
    const counts = Object.fromEntries(Object.entries(handed).map(([what, ids]) => [what, ids.length]))
    const data = { organizationId: id, name: held.node.name, successorId, reason, ...counts }
    const event = { countyId, at, by }
    await recordEvents(tx, [
      { ...event, kind: 'organization.closed', data },
      ...threads(handed, event, { organization: held.other?.name, reason }),
    ])
    for (const person of new Set([...handed.people, ...handed.grants.map(({ personId }) => personId)]))
      await announceChange(tx, person)
    return viewOf(tx, countyId, id, at)
  })
}

/** Whom the successor gets has somebody who answers for it, as before. (domain §3) */
async function refuseUnled(tx: Tx, which: { countyId: string; id: string; to: string }, at: Date): Promise<void> {
  const { countyId, id, to } = which
  if (!(await isLed(tx, countyId, id, at)) || (await isLed(tx, countyId, to, at))) return
  throw new Refused('organization.successor_unled', 'successorId')
}

const nothing: HandedOn = { orders: [], claims: [], needs: [], children: [], people: [], grants: [] }

/** Each order, claim and need tells in its own story whose it is now. */
const threads = (
  { orders, claims, needs, grants }: HandedOn,
  event: Pick<NewEvent, 'countyId' | 'at' | 'by'>,
  data: Record<string, unknown>,
): NewEvent[] => [
  ...grants.map((grant): NewEvent => ({ ...event, kind: 'grant.ended', data: { ...grant, successorId: null } })),
  ...orders.map((orderId): NewEvent => ({ ...event, kind: 'order.handed_on', orderId, data })),
  ...claims.map(({ id, orderId }): NewEvent => ({ ...event, kind: 'claim.handed_on', claimId: id, orderId, data })),
  ...needs.map((needId): NewEvent => ({ ...event, kind: 'need.handed_on', needId, data })),
]
