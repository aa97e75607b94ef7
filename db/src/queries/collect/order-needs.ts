import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { orderTable } from '../../tables/build/order.table.ts'
import { needTable } from '../../tables/collect/need.table.ts'
import { orderNeedTable } from '../../tables/collect/order-need.table.ts'
import type { Tx } from '../../with-tx.ts'
import { withVoices } from './needs.ts'

/** Needs to build from, held until the transaction ends, with the path of whoever they belong to. */
export async function lockNeeds(tx: Tx, countyId: string, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx
    .select({
      id: needTable.id,
      state: needTable.state,
      townId: needTable.townId,
      organizationId: needTable.organizationId,
      requesterPersonId: needTable.requesterPersonId,
      mergedIntoId: needTable.mergedIntoId,
    })
    .from(needTable)
    .where(and(eq(needTable.countyId, countyId), inArray(needTable.id, [...ids])))
    .orderBy(needTable.id)
    .for('update')
}

/** Links needs, and those merged into them: every requester answers and rates. */
export async function linkNeeds(
  tx: Tx,
  link: { countyId: string; orderId: string; linkedBy: string; linkedAt: Date },
  wanted: readonly string[],
): Promise<void> {
  const needIds = await withVoices(tx, link.countyId, wanted)
  if (needIds.length === 0) return
  const links = needIds.map((needId) => ({ ...link, needId }))
  await tx.insert(orderNeedTable).values(links).onConflictDoNothing()
  await tx
    .update(needTable)
    .set({
      state: 'linked',
      respondedAt: sql`coalesce(${needTable.respondedAt}, ${link.linkedAt.toISOString()}::timestamptz)`,
      version: sql`${needTable.version} + 1`,
    })
    .where(and(eq(needTable.countyId, link.countyId), inArray(needTable.id, needIds)))
}

/** Takes needs off a draft, with those merged into them; a need no other order is built from waits again. */
export async function unlinkNeeds(
  tx: Tx,
  countyId: string,
  orderId: string,
  dropped: readonly string[],
): Promise<void> {
  const needIds = await withVoices(tx, countyId, dropped)
  if (needIds.length === 0) return
  const { countyId: county, orderId: order, needId } = orderNeedTable
  await tx.delete(orderNeedTable).where(and(eq(county, countyId), eq(order, orderId), inArray(needId, needIds)))
  await tx
    .update(needTable)
    .set({ state: 'received', version: sql`${needTable.version} + 1` })
    .where(
      and(
        eq(needTable.countyId, countyId),
        inArray(needTable.id, needIds),
        sql`not exists (select 1 from order_need l where l.county_id = ${countyId} and l.need_id = ${needTable.id})`,
      ),
    )
}

/** The order these needs came back from when it was retired, the latest of several. */
export async function retiredOrderOf(db: Reads, countyId: string, needIds: readonly string[]): Promise<string | null> {
  if (needIds.length === 0) return null
  const [row] = await db
    .select({ id: orderTable.id })
    .from(orderNeedTable)
    .innerJoin(
      orderTable,
      and(eq(orderTable.countyId, orderNeedTable.countyId), eq(orderTable.id, orderNeedTable.orderId)),
    )
    .where(
      and(
        eq(orderNeedTable.countyId, countyId),
        inArray(orderNeedTable.needId, [...needIds]),
        eq(orderTable.state, 'retired'),
      ),
    )
    .orderBy(desc(orderTable.stateSince))
    .limit(1)
  return row?.id ?? null
}

export async function needsOf(db: Reads, countyId: string, orderId: string) {
  return db
    .select({
      id: needTable.id,
      requesterPersonId: needTable.requesterPersonId,
      requesterKind: needTable.requesterKind,
      mergedIntoId: needTable.mergedIntoId,
      linkedAt: orderNeedTable.linkedAt,
    })
    .from(orderNeedTable)
    .innerJoin(needTable, and(eq(needTable.countyId, orderNeedTable.countyId), eq(needTable.id, orderNeedTable.needId)))
    .where(and(eq(orderNeedTable.countyId, countyId), eq(orderNeedTable.orderId, orderId)))
}
