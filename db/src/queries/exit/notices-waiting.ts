import { sql } from 'drizzle-orm'
import type { RectificationState } from '@dj/shared/exit/rectification/rectification.schema.ts'
import type { Reads } from '../../connect.ts'
import { uuidArray } from '../platform/array-params.ts'
import { finders } from './rectification-finders.ts'
import { nudges } from './rectification-nudges.ts'

export type NoticeRow = {
  id: string
  order_id: string
  title: string
  state: RectificationState
  owner_path: string[]
  responsible_id: string | null
  finders: string[]
  submitted_by: string | null
  issued_at: string
  deadline_at: string | null
  submitted_at: string | null
  part: 'doer' | 'rater' | 'inspector' | null
  nudges: { count: number; last: string } | null
}
/** Whose own the orders are: of these organizations themselves, or of any below those. */
export interface Leading {
  countyId: string
  personId: string
  own: readonly string[]
  under: readonly string[]
  now: Date
}

const notice = (personId: string) => sql`
  select r.id, r.order_id, o.title, r.state, w.path as owner_path, r.responsible_id, ${finders} as finders, r.submitted_by,
    r.issued_at::text, r.deadline_at::text, r.submitted_at::text, (select q.part from order_part q where q.county_id = r.county_id
      and q.order_id = r.order_id and q.person_id = ${personId}) as part, (${nudges}) as nudges
  from rectification r join demand_order o on o.county_id = r.county_id and o.id = r.order_id
  join organization w on w.county_id = o.county_id and w.id = o.owner_organization_id`

/**
 * Notices that name this person, and those that name nobody yet on the orders they lead; where no secretary leads the owner, on those
 * below them, too, so that none waits for nobody.
 */
export async function noticesToPutRight(db: Reads, leading: Leading, limit: number): Promise<NoticeRow[]> {
  const { countyId, personId, own, under, now } = leading
  const at = sql`${now.toISOString()}::timestamptz`
  const unled = sql`w.path && ${uuidArray(own)} and not exists (select from role_grant g where g.county_id = ${countyId} and g.role = 'secretary'
    and g.organization_id = any(w.path) and g.valid_from <= ${at} and (g.valid_until is null or g.valid_until > ${at}))`
  return db.execute<NoticeRow>(sql`
    ${notice(personId)} where r.county_id = ${countyId} and r.state = 'issued' and (r.responsible_id = ${personId}
      or r.responsible_id is null and (w.id = any(${uuidArray(own)}) or w.path && ${uuidArray(under)} or ${unled}))
    order by r.deadline_at limit ${limit}`)
}

/** Notices that wait for somebody to look again. */
export async function noticesSubmitted(
  db: Reads,
  { countyId, personId }: { countyId: string; personId: string },
  limit: number,
): Promise<NoticeRow[]> {
  return db.execute<NoticeRow>(sql`
    ${notice(personId)} where r.county_id = ${countyId} and r.state = 'submitted' order by r.submitted_at limit ${limit}`)
}
