import { type SQL, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'

/** Who typed in the paper slip of a finding: said by the event that made it final. Null where the inspector wrote it. */
export const typistSql = (countyId: SQL, orderId: SQL, findingId: SQL): SQL => sql`(
  select e.by from event e where e.county_id = ${countyId} and e.order_id = ${orderId} and e.kind = 'finding.submitted'
    and e.data ->> 'findingId' = ${findingId} and e.data ->> 'slip' = 'true')`

/** The same of the finding that something about the order rests on, if it rests on one. */
export async function typistOf(
  db: Reads,
  { countyId, id: orderId }: { countyId: string; id: string },
  findingId: unknown,
): Promise<string | null> {
  if (typeof findingId !== 'string') return null
  const typist = typistSql(sql`${countyId}`, sql`${orderId}::uuid`, sql`${findingId}`)
  const [row] = await db.execute<{ by: string | null }>(sql`select ${typist} as by`)
  return row?.by ?? null
}
