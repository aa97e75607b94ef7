import { type SQL, sql } from 'drizzle-orm'
import type { CallBack } from '@dj/shared/follow/finding/checklist-item.schema.ts'
import type { Effect, Verdict } from '@dj/shared/exit/verdict.ts'
import type { Reads } from '../../connect.ts'
import { typistSql } from '../exit/slip-typists.ts'

export type FindingListRow = {
  id: string
  version: number
  state: 'draft' | 'final'
  order_id: string
  round_id: string
  inspector_id: string
  inspector_alias: string
  checklist_version: number
  answers: Record<string, boolean | number | string>
  effect: Effect | null
  verdict: Verdict | null
  words: string
  todo: Record<string, string>
  call_back: CallBack | null
  written_at: string
  received_at: string
  quarter: string | null
  late: boolean
  upheld: 'standing' | 'appealed' | 'changed'
  entered_by: string | null
  attachments: string[]
}

const enteredBy = sql`(
  select c.alias from person c where c.county_id = f.county_id
    and c.id = ${typistSql(sql`f.county_id`, sql`f.order_id`, sql`f.id::text`)})`

const findings = (condition: SQL) => sql`
  select f.id, f.version, f.state, f.order_id, f.round_id, f.inspector_id, p.alias as inspector_alias, f.checklist_version, f.answers,
    f.effect, f.verdict, f.words, f.todo, f.call_back, f.written_at::text, f.received_at::text, f.quarter, f.late, f.upheld,
    ${enteredBy} as entered_by,
    array(select a.id from attachment a where a.county_id = f.county_id and a.finding_id = f.id order by a.id) as attachments
  from finding f join person p on p.county_id = f.county_id and p.id = f.inspector_id
  where ${condition} order by f.received_at desc, f.id desc`

/** One finding, whatever its state. */
export async function findFindingView(db: Reads, countyId: string, id: string): Promise<FindingListRow | undefined> {
  const rows = await db.execute<FindingListRow>(findings(sql`f.county_id = ${countyId} and f.id = ${id}`))
  return rows[0]
}

/** The final findings on an order, newest first; drafts are nobody's business. */
export async function finalFindings(db: Reads, countyId: string, orderId: string): Promise<FindingListRow[]> {
  return db.execute<FindingListRow>(
    findings(sql`f.county_id = ${countyId} and f.order_id = ${orderId} and f.state = 'final'`),
  )
}

/** An inspector's own drafts and findings on what is assigned to them in rounds that are not over. */
export async function ownFindings(db: Reads, countyId: string, inspectorId: string): Promise<FindingListRow[]> {
  return db.execute<FindingListRow>(
    findings(sql`f.county_id = ${countyId} and f.inspector_id = ${inspectorId} and f.round_id in (
      select id from round where county_id = ${countyId} and state in ('running', 'closing'))`),
  )
}
