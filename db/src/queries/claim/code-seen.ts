import { sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'

/** Has somebody who works on the order looked at this need's contact, and so at its receipt code? */
export async function doerSawCode(db: Reads, countyId: string, orderId: string, needId: string): Promise<boolean> {
  const rows = await db.execute<{ seen: boolean }>(sql`
    select exists (select 1 from event e join order_part q on q.county_id = e.county_id and q.person_id = e.by
      where e.county_id = ${countyId} and e.need_id = ${needId} and e.kind = 'need.contact_revealed'
      and q.order_id = ${orderId} and q.part = 'doer') as seen`)
  return rows[0]?.seen === true
}
