import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { insertGrant } from '@dj/db/queries/county/grants.ts'
import { announceChange } from '@dj/db/queries/county/sessions.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { GrantId } from '@dj/shared/platform/ids.ts'
import type { GrantedRole } from '@dj/shared/county/people/role.ts'
import { newId } from '../../platform/deps.ts'

export interface RoleToGrant {
  countyId: string
  personId: string
  role: GrantedRole
  organizationId: string
  validUntil?: Date | null
}

/** Gives the role from now on; every process hears of it with the commit. By nobody only at set-up, before anyone is there to grant. */
export async function grantRole(
  tx: Tx,
  { countyId, personId, role, organizationId, validUntil = null }: RoleToGrant,
  { at, by }: { at: Date; by: string | null },
): Promise<GrantId> {
  const id = newId<GrantId>()
  await insertGrant(tx, { countyId, id, personId, role, organizationId, validFrom: at, validUntil, grantedBy: by })
  await announceChange(tx, personId)
  const data = { grantId: id, personId, role, organizationId, validUntil: validUntil?.toISOString() ?? null }
  await recordEvent(tx, { countyId, kind: 'grant.given', at, by, data })
  return id
}
