import { and, eq, inArray } from 'drizzle-orm'
import { rectificationTable, retirementTable } from '../tables/finding.table.ts'
import type { Tx } from '../with-tx.ts'

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
