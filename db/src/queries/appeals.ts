import { sql } from 'drizzle-orm'
import type { Reads } from '../connect.ts'

/** The organizations that claimed the order, with the path the policy asks. */
export async function claimantOrganizations(db: Reads, countyId: string, orderId: string) {
  return db.execute<{ id: string; path: string[] }>(sql`
    select distinct g.id, g.path from claim c join organization g on g.county_id = c.county_id and g.id = c.organization_id
    where c.county_id = ${countyId} and c.order_id = ${orderId}`)
}
