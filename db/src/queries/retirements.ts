import { and, count, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Tier } from '@dj/shared/organization/tier.ts'
import type { RetirementEvidence, RetirementState } from '@dj/shared/retirement/retirement.schema.ts'
import type { Reads } from '../connect.ts'
import { claimTable } from '../tables/claim.table.ts'
import { findingTable, objectionTable, retirementTable } from '../tables/finding.table.ts'
import { needTable } from '../tables/need.table.ts'
import { orderNeedTable } from '../tables/order.table.ts'
import type { Tx } from '../with-tx.ts'
import { uuidArray } from './array-params.ts'
import { typistSql } from './slip-typists.ts'

export type RetirementRow = typeof retirementTable.$inferSelect

const isIt = (countyId: string, id: string) => and(eq(retirementTable.countyId, countyId), eq(retirementTable.id, id))

export async function insertRetirement(tx: Tx, row: typeof retirementTable.$inferInsert): Promise<void> {
  await tx.insert(retirementTable).values(row)
}

export async function findRetirement(db: Reads, countyId: string, id: string): Promise<RetirementRow | undefined> {
  const [row] = await db.select().from(retirementTable).where(isIt(countyId, id))
  return row
}

/** Held until the transaction ends. Lock its order first. */
export async function lockRetirement(tx: Tx, countyId: string, id: string): Promise<RetirementRow | undefined> {
  const [row] = await tx.select().from(retirementTable).where(isIt(countyId, id)).for('update')
  return row
}

/** Saves a change and counts the version up. */
export async function updateRetirement(
  tx: Tx,
  countyId: string,
  id: string,
  change: Partial<typeof retirementTable.$inferInsert>,
): Promise<void> {
  await tx
    .update(retirementTable)
    .set({ ...change, version: sql`${retirementTable.version} + 1` })
    .where(isIt(countyId, id))
}

export async function insertObjection(tx: Tx, row: typeof objectionTable.$inferInsert): Promise<void> {
  await tx.insert(objectionTable).values(row)
}

/** An objection with whoever raised it: by receipt the requester of the need, where that is a person known here. */
export async function findObjection(db: Reads, countyId: string, retirementId: string, id: string) {
  const { countyId: county, retirementId: retirement, id: objection, personId, needId } = objectionTable
  const [row] = await db
    .select({ raisedBy: sql<string | null>`coalesce(${personId}, ${needTable.requesterPersonId})` })
    .from(objectionTable)
    .leftJoin(needTable, and(eq(needTable.countyId, county), eq(needTable.id, needId)))
    .where(and(eq(county, countyId), eq(retirement, retirementId), eq(objection, id)))
  return row
}

/** Stores the answer if there is none yet; false when another was first. */
export async function answerObjection(
  tx: Tx,
  countyId: string,
  id: string,
  answer: { answer: string; answeredBy: string; answeredAt: Date },
): Promise<boolean> {
  const rows = await tx
    .update(objectionTable)
    .set(answer)
    .where(and(eq(objectionTable.countyId, countyId), eq(objectionTable.id, id), isNull(objectionTable.answer)))
    .returning({ id: objectionTable.id })
  return rows.length === 1
}

export async function countOpenObjections(db: Reads, countyId: string, retirementId: string): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(objectionTable)
    .where(
      and(
        eq(objectionTable.countyId, countyId),
        eq(objectionTable.retirementId, retirementId),
        isNull(objectionTable.answer),
      ),
    )
  return row?.n ?? 0
}

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
export async function returnNeeds(tx: Tx, countyId: string, orderId: string, respondBy: Date): Promise<string[]> {
  const rows = await tx
    .update(needTable)
    .set({ state: 'received', respondBy, respondedAt: null, version: sql`${needTable.version} + 1` })
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

// A draft is nobody else's business yet.
const successor = (countyId: SQL, orderId: SQL) => sql`
  select s.id from demand_order s where s.county_id = ${countyId} and s.reentry_of_id = ${orderId}
    and s.state not in ('draft', 'discarded') order by s.published_at limit 1`

/** The published order that took up the need of this retired one again. */
export async function successorOf(db: Reads, countyId: string, orderId: string): Promise<string | null> {
  const rows = await db.execute<{ id: string }>(successor(sql`${countyId}`, sql`${orderId}`))
  return rows[0]?.id ?? null
}

/** The newest final finding that says something against the order. */
export async function damningFinding(db: Reads, countyId: string, orderId: string) {
  const [row] = await db
    .select({
      id: findingTable.id,
      quarter: findingTable.quarter,
      effect: findingTable.effect,
      verdict: findingTable.verdict,
    })
    .from(findingTable)
    .where(
      and(
        eq(findingTable.countyId, countyId),
        eq(findingTable.orderId, orderId),
        eq(findingTable.state, 'final'),
        sql`(${findingTable.effect} = 'poor' or ${findingTable.verdict} = 'propose_retirement')`,
      ),
    )
    .orderBy(sql`${findingTable.receivedAt} desc`)
    .limit(1)
  return row
}

export type RetirementListRow = {
  id: string
  version: number
  state: RetirementState
  order_id: string
  order_number: string | null
  title: string
  tier: Tier
  owner_id: string
  owner_name: string
  owner_path: string[]
  evidence: RetirementEvidence
  facts: Record<string, unknown>
  reason: string
  proposed_by: string | null
  proposed_by_id: string | null
  typed_by_id: string | null
  proposed_at: string
  decided_by: string | null
  decided_at: string | null
  decision_reason: string | null
  notice_until: string | null
  final_by: string | null
  final_at: string | null
  undo_until: string | null
  successor: string | null
  withdrawn: { at: string; by: string | null; reason: string | null } | null
  objections: {
    id: string
    words: string
    by: string | null
    byId: string | null
    at: string
    answer: string | null
    answeredBy: string | null
    answeredAt: string | null
  }[]
}

export interface RetirementFilter {
  id?: string | undefined
  state?: RetirementState | undefined
  orderId?: string | undefined
  /** Proposed or on notice, on orders owned below these. */
  liveUnder?: readonly string[] | undefined
}

const objections = sql`
  select coalesce(json_agg(json_build_object('id', b.id, 'words', b.words, 'by', p.alias, 'byId', coalesce(b.person_id, n.requester_person_id),
    'at', b.at, 'answer', b.answer, 'answeredBy', a.alias, 'answeredAt', b.answered_at) order by b.at), '[]')
  from objection b left join person p on p.county_id = b.county_id and p.id = b.person_id
  left join need n on n.county_id = b.county_id and n.id = b.need_id
  left join person a on a.county_id = b.county_id and a.id = b.answered_by
  where b.county_id = r.county_id and b.retirement_id = r.id`

// What is written down of it stands in its event alone.
const withdrawn = sql`
  select json_build_object('at', e.at, 'by', p.alias, 'reason', e.data ->> 'reason') from event e
  left join person p on p.county_id = e.county_id and p.id = e.by
  where e.county_id = r.county_id and e.order_id = r.order_id and e.kind = 'retirement.withdrawn'
    and e.data ->> 'retirementId' = r.id::text limit 1`

function conditions(countyId: string, { id, state, orderId, liveUnder }: RetirementFilter): SQL {
  const parts = [sql`r.county_id = ${countyId}`]
  if (id) parts.push(sql`r.id = ${id}`)
  if (state) parts.push(sql`r.state = ${state}`)
  if (orderId) parts.push(sql`r.order_id = ${orderId}`)
  if (liveUnder) {
    parts.push(sql`r.state in ('proposed', 'on_notice') and r.order_id in (select l.id from demand_order l join organization g
      on g.county_id = l.county_id and g.id = l.owner_organization_id where l.county_id = ${countyId} and l.state = 'retiring' and g.path && ${uuidArray(liveUnder)})`)
  }
  return sql.join(parts, sql` and `)
}

/** Newest proposal first. */
export async function listRetirements(
  db: Reads,
  countyId: string,
  filter: RetirementFilter,
  page: { limit: number; after: { key: string; id: string } | null },
): Promise<RetirementListRow[]> {
  const after = page.after
    ? sql`and (r.proposed_at, r.id) < (${page.after.key}::timestamptz, ${page.after.id}::uuid)`
    : sql``
  return db.execute<RetirementListRow>(sql`
    select r.id, r.version, r.state, r.order_id, o.number as order_number, o.title, o.tier, w.id as owner_id, w.name as owner_name,
      w.path as owner_path, r.evidence, r.facts, r.reason, p.alias as proposed_by, r.proposed_by as proposed_by_id, r.proposed_at::text,
      ${typistSql(sql`r.county_id`, sql`r.order_id`, sql`r.facts ->> 'findingId'`)} as typed_by_id,
      d.alias as decided_by, r.decided_at::text, r.decision_reason, r.notice_until::text, f.alias as final_by, r.final_at::text, r.undo_until::text,
      (${successor(sql`r.county_id`, sql`r.order_id`)}) as successor,
      (${objections}) as objections, case when r.state = 'withdrawn' then (${withdrawn}) end as withdrawn
    from retirement r
    join demand_order o on o.county_id = r.county_id and o.id = r.order_id
    join organization w on w.county_id = o.county_id and w.id = o.owner_organization_id
    left join person p on p.county_id = r.county_id and p.id = r.proposed_by
    left join person f on f.county_id = r.county_id and f.id = r.final_by
    left join person d on d.county_id = r.county_id and d.id = r.decided_by
    where ${conditions(countyId, filter)} ${after} order by r.proposed_at desc, r.id desc limit ${page.limit}`)
}

export async function countRetirements(db: Reads, countyId: string, filter: RetirementFilter): Promise<number> {
  const rows = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from (select 1 from retirement r where ${conditions(countyId, filter)} limit 1000) x`,
  )
  return rows[0]?.n ?? 0
}
