import { and, eq, inArray, sql } from 'drizzle-orm'
import { rectificationTable } from '../../tables/exit/rectification.table.ts'
import { retirementTable } from '../../tables/exit/retirement.table.ts'
import type { Tx } from '../../with-tx.ts'

/** The rectification the order is in, if any; held until the transaction ends. */
export async function liveNotice(tx: Tx, countyId: string, orderId: string) {
  const { countyId: county, orderId: order, state } = rectificationTable
  const [row] = await tx
    .select()
    .from(rectificationTable)
    .where(and(eq(county, countyId), eq(order, orderId), inArray(state, ['issued', 'submitted'])))
    .for('update')
  return row
}

/** The retirement the order is in, if any and not final; held until the transaction ends. */
export async function liveRetirement(tx: Tx, countyId: string, orderId: string) {
  const { countyId: county, orderId: order, state } = retirementTable
  const [row] = await tx
    .select()
    .from(retirementTable)
    .where(and(eq(county, countyId), eq(order, orderId), inArray(state, ['proposed', 'on_notice'])))
    .for('update')
  return row
}

/** The rectification that failed while a retirement was under way and so proposed none; not one whose finding an appeal has cleared. */
export async function failureNotFollowed(tx: Tx, countyId: string, orderId: string) {
  const [row] = await tx.execute<{ id: string; number: string; decision: string | null }>(sql`
    select x.id, x.number, x.decision from rectification x left join finding f on f.county_id = x.county_id and f.id = x.finding_id
    where x.county_id = ${countyId} and x.order_id = ${orderId} and x.state = 'failed' and coalesce(f.verdict <> 'pass', true)
      and not exists (select from retirement r where r.county_id = x.county_id and r.order_id = x.order_id
        and r.facts ->> 'rectificationId' = x.id::text)
    order by x.decided_at desc limit 1`)
  return row
}
