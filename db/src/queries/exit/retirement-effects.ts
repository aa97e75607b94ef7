import { and, eq, inArray, sql } from 'drizzle-orm'
import { claimTable } from '../../tables/claim/claim.table.ts'
import type { WorkingTerm } from '@dj/shared/platform/time/deadline.ts'
import { respondTerm } from '../collect/needs.ts'
import { needTable } from '../../tables/collect/need.table.ts'
import { orderNeedTable } from '../../tables/collect/order-need.table.ts'
import type { Tx } from '../../with-tx.ts'

/** Ends every live claim of the order without blame. */
export async function endLiveClaims(tx: Tx, countyId: string, orderId: string, at: Date): Promise<string[]> {
  const rows = await tx
    .update(claimTable)
    .set({ state: 'ended', endedAt: at, endReason: 'order_retired', version: sql`${claimTable.version} + 1` })
    .where(
      and(
        eq(claimTable.countyId, countyId),
        eq(claimTable.orderId, orderId),
        inArray(claimTable.state, ['requested', 'active', 'delivered']),
      ),
    )
    .returning({ id: claimTable.id })
  return rows.map((row) => row.id)
}

const needIdsOf = (countyId: string, orderId: string) =>
  sql`(select ${orderNeedTable.needId} from ${orderNeedTable} where ${orderNeedTable.countyId} = ${countyId} and ${orderNeedTable.orderId} = ${orderId})`

/** Needs that no other living order is built from wait again, with their history and a term of their own: the project leaves, the need does not. */
export async function returnNeeds(tx: Tx, countyId: string, orderId: string, term: WorkingTerm): Promise<string[]> {
  const rows = await tx
    .update(needTable)
    .set({ state: 'received', ...respondTerm(term), respondedAt: null, version: sql`${needTable.version} + 1` })
    .where(
      and(
        eq(needTable.countyId, countyId),
        eq(needTable.state, 'linked'),
        sql`${needTable.id} in ${needIdsOf(countyId, orderId)}`,
        sql`not exists (select 1 from order_need l join demand_order o on o.county_id = l.county_id and o.id = l.order_id
          where l.county_id = ${countyId} and l.need_id = ${needTable.id} and o.id <> ${orderId} and o.state not in ('retired', 'discarded'))`,
      ),
    )
    .returning({ id: needTable.id })
  return rows.map((row) => row.id)
}

/** The other way: the retirement was undone. */
export async function relinkNeeds(tx: Tx, countyId: string, orderId: string, at: Date): Promise<void> {
  await tx
    .update(needTable)
    .set({ state: 'linked', respondedAt: at, version: sql`${needTable.version} + 1` })
    .where(
      and(
        eq(needTable.countyId, countyId),
        eq(needTable.state, 'received'),
        sql`${needTable.id} in ${needIdsOf(countyId, orderId)}`,
      ),
    )
}
