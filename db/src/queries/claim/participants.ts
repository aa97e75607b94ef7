import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { participantTable } from '../../tables/claim/claim.table.ts'
import type { Tx } from '../../with-tx.ts'

interface Of {
  countyId: string
  claimId: string
  ids: readonly string[]
}

/** Asks these people to take part; who declined or was dropped is asked again, who is asked or takes part already is left alone. */
export async function listParticipants(tx: Tx, { ids, ...claim }: Of & { orderId: string }, at: Date): Promise<void> {
  if (ids.length === 0) return
  const { countyId, claimId, personId, state } = participantTable
  await tx
    .insert(participantTable)
    .values([...new Set(ids)].map((id) => ({ ...claim, personId: id, state: 'listed' as const, since: at })))
    .onConflictDoUpdate({
      target: [countyId, claimId, personId],
      set: { state: 'listed', since: at },
      setWhere: sql`${state} in ('declined', 'dropped')`,
    })
}

/** Takes these people off the claim; how many were on it. */
export async function dropParticipants(tx: Tx, { countyId, claimId, ids }: Of, at: Date): Promise<number> {
  if (ids.length === 0) return 0
  const t = participantTable
  const here = and(eq(t.countyId, countyId), eq(t.claimId, claimId), inArray(t.personId, [...ids]))
  const rows = await tx
    .update(t)
    .set({ state: 'dropped', since: at })
    .where(and(here, ne(t.state, 'dropped')))
    .returning({ personId: t.personId })
  return rows.length
}
