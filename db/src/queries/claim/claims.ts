import { and, count, eq, inArray, lte, or, sql } from 'drizzle-orm'
import { ClaimState } from '@dj/shared/build/order/claim-state.ts'
import { isInHand } from '@dj/shared/build/order/order.rules.ts'
import type { Reads } from '../../connect.ts'
import { claimTable, deliveryTable, participantTable, progressTable } from '../../tables/claim/claim.table.ts'
import type { Tx } from '../../with-tx.ts'

export type ClaimRow = typeof claimTable.$inferSelect
export type DeliveryRow = typeof deliveryTable.$inferSelect
type ClaimChange = Partial<typeof claimTable.$inferInsert>

const isClaim = (countyId: string, id: string) => and(eq(claimTable.countyId, countyId), eq(claimTable.id, id))
const inHand = inArray(claimTable.state, ClaimState.options.filter(isInHand))

export async function findClaim(db: Reads, countyId: string, id: string): Promise<ClaimRow | undefined> {
  const [row] = await db.select().from(claimTable).where(isClaim(countyId, id))
  return row
}

/** The claim, held until the transaction ends. Lock its order first: everybody does it in that order. */
export async function lockClaim(tx: Tx, countyId: string, id: string): Promise<ClaimRow | undefined> {
  const [row] = await tx.select().from(claimTable).where(isClaim(countyId, id)).for('update')
  return row
}

/** Claims of one cycle of an order. */
export async function claimsOf(db: Reads, countyId: string, orderId: string, cycle: number): Promise<ClaimRow[]> {
  return db
    .select()
    .from(claimTable)
    .where(and(eq(claimTable.countyId, countyId), eq(claimTable.orderId, orderId), eq(claimTable.cycle, cycle)))
}

/** What counts against the limit: a member's own claims in hand, or an organization's. */
export async function countClaimsInHand(
  db: Reads,
  countyId: string,
  of: { personId: string } | { organizationId: string },
): Promise<number> {
  const whose =
    'personId' in of
      ? and(eq(claimTable.personId, of.personId), eq(claimTable.claimantKind, 'member'))
      : eq(claimTable.organizationId, of.organizationId)
  const [row] = await db
    .select({ n: count() })
    .from(claimTable)
    .where(and(eq(claimTable.countyId, countyId), whose, inHand))
  return row?.n ?? 0
}

/** Two claims of one claimant on two orders in the same instant: the second waits here and then counts the first. */
export async function lockClaimant(tx: Tx, countyId: string, claimantId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${countyId}:${claimantId}`}, 0))`)
}

export async function insertClaim(tx: Tx, row: typeof claimTable.$inferInsert): Promise<void> {
  await tx.insert(claimTable).values(row)
}

/** Saves a change and counts the version up. */
export async function updateClaim(tx: Tx, countyId: string, id: string, change: ClaimChange): Promise<void> {
  await tx
    .update(claimTable)
    .set({ ...change, version: sql`${claimTable.version} + 1` })
    .where(isClaim(countyId, id))
}

export async function insertParticipants(
  tx: Tx,
  rows: readonly (typeof participantTable.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(participantTable)
      .values([...rows])
      .onConflictDoNothing()
}

export async function findParticipant(db: Reads, countyId: string, claimId: string, personId: string) {
  const [row] = await db
    .select()
    .from(participantTable)
    .where(
      and(
        eq(participantTable.countyId, countyId),
        eq(participantTable.claimId, claimId),
        eq(participantTable.personId, personId),
      ),
    )
  return row
}

export async function updateParticipant(
  tx: Tx,
  key: { countyId: string; claimId: string; personId: string },
  change: { state: 'confirmed' | 'declined'; since: Date },
): Promise<void> {
  await tx
    .update(participantTable)
    .set(change)
    .where(
      and(
        eq(participantTable.countyId, key.countyId),
        eq(participantTable.claimId, key.claimId),
        eq(participantTable.personId, key.personId),
      ),
    )
}

export async function insertProgress(tx: Tx, row: typeof progressTable.$inferInsert): Promise<void> {
  await tx.insert(progressTable).values(row)
}

export async function insertDelivery(tx: Tx, row: typeof deliveryTable.$inferInsert): Promise<void> {
  await tx.insert(deliveryTable).values(row)
}

export async function findDelivery(db: Reads, countyId: string, id: string): Promise<DeliveryRow | undefined> {
  const [row] = await db
    .select()
    .from(deliveryTable)
    .where(and(eq(deliveryTable.countyId, countyId), eq(deliveryTable.id, id)))
  return row
}

export async function deliveriesOf(db: Reads, countyId: string, orderId: string): Promise<DeliveryRow[]> {
  return db
    .select()
    .from(deliveryTable)
    .where(and(eq(deliveryTable.countyId, countyId), eq(deliveryTable.orderId, orderId)))
}

/** The unanswered delivery of a claim. */
export async function openDeliveryOf(db: Reads, countyId: string, claimId: string): Promise<DeliveryRow | undefined> {
  const [row] = await db
    .select()
    .from(deliveryTable)
    .where(
      and(
        eq(deliveryTable.countyId, countyId),
        eq(deliveryTable.claimId, claimId),
        sql`${deliveryTable.answer} is null`,
      ),
    )
  return row
}

/** Stores the answer if there is none yet; false when another was first. */
export async function answerDelivery(
  tx: Tx,
  countyId: string,
  id: string,
  answer: Pick<typeof deliveryTable.$inferInsert, 'answer' | 'answerWords' | 'answerVia' | 'answeredBy' | 'answeredAt'>,
): Promise<boolean> {
  const rows = await tx
    .update(deliveryTable)
    .set(answer)
    .where(and(eq(deliveryTable.countyId, countyId), eq(deliveryTable.id, id), sql`${deliveryTable.answer} is null`))
    .returning({ id: deliveryTable.id })
  return rows.length === 1
}

/** Did the member who claimed leave? Then nobody is there to work on it or to give it back. */
const claimantLeft = sql`exists (select from person p where p.county_id = ${claimTable.countyId} and p.id = ${claimTable.personId}
  and p.status = 'left' and ${claimTable.claimantKind} = 'member')`

/** Is the account of the member who claimed suspended, or its owner gone? */
export async function isClaimantAway(tx: Tx, countyId: string, personId: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    select from person where county_id = ${countyId} and id = ${personId} and status <> 'active'`)
  return rows.length > 0
}

export async function hasClaimantLeft(tx: Tx, countyId: string, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: claimTable.id })
    .from(claimTable)
    .where(and(isClaim(countyId, id), claimantLeft))
  return rows.length > 0
}

/** Claims that time alone decides: requests unanswered, deliveries silent, overdue and not warned, or warned long ago, left behind. Ids only; each is then settled on its own. */
export async function overdueClaims(
  db: Reads,
  countyId: string,
  before: { now: Date; deliveredBefore: Date; warnedBefore: Date },
  limit: number,
) {
  const { now, deliveredBefore, warnedBefore } = before
  return db
    .select({ id: claimTable.id, state: claimTable.state })
    .from(claimTable)
    .where(
      and(
        eq(claimTable.countyId, countyId),
        or(
          and(eq(claimTable.state, 'requested'), lte(claimTable.respondBy, now)),
          and(inHand, claimantLeft),
          and(
            eq(claimTable.state, 'active'),
            lte(claimTable.dueAt, now),
            sql`(${claimTable.warnedAt} is null or ${claimTable.warnedAt} < ${claimTable.dueAt} or ${lte(claimTable.warnedAt, warnedBefore)})`,
            sql`not exists (select from demand_order o where o.county_id = ${claimTable.countyId} and o.id = ${claimTable.orderId}
                and o.state in ('rectifying', 'retiring'))`,
          ),
          and(
            eq(claimTable.state, 'delivered'),
            sql`exists (select 1 from ${deliveryTable} d where d.county_id = ${claimTable.countyId} and d.claim_id = ${claimTable.id}
                and d.answer is null and d.delivered_at <= ${deliveredBefore.toISOString()}::timestamptz)`,
          ),
        ),
      ),
    )
    .limit(limit)
}
