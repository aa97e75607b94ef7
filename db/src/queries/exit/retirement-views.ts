import { type SQL, sql } from 'drizzle-orm'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import type { RetirementEvidence, RetirementState } from '@dj/shared/exit/retirement/retirement.schema.ts'
import type { Reads } from '../../connect.ts'
import { uuidArray } from '../platform/array-params.ts'
import { typistSql } from './slip-typists.ts'

// A draft is nobody else's business yet.
const successor = (countyId: SQL, orderId: SQL) => sql`
  select s.id from demand_order s where s.county_id = ${countyId} and s.reentry_of_id = ${orderId}
    and s.state not in ('draft', 'discarded') order by s.published_at limit 1`

/** The published order that took up the need of this retired one again. */
export async function successorOf(db: Reads, countyId: string, orderId: string): Promise<string | null> {
  const rows = await db.execute<{ id: string }>(successor(sql`${countyId}`, sql`${orderId}`))
  return rows[0]?.id ?? null
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
