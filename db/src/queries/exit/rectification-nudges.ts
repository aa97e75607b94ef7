import { sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import type { RectificationRow } from './rectifications.ts'

export interface CalledFor {
  last: Date | null
  /** The lights that called by themselves for the deadline as it now is. */
  lights: string[]
}

/** When somebody was last called to the notice. */
export async function nudgesOn(db: Reads, { countyId, orderId, id, deadlineAt }: RectificationRow): Promise<CalledFor> {
  const [row] = await db.execute<{ last: string | null; lights: string[] | null }>(sql`
    select max(e.at)::text as last, json_agg(e.data ->> 'light') filter (where e.data ->> 'deadlineAt' = ${deadlineAt?.toISOString() ?? null}
      and e.data ->> 'light' is not null) as lights
    from event e where e.county_id = ${countyId} and e.order_id = ${orderId} and e.kind = 'rectification.nudged'
      and e.data ->> 'rectificationId' = ${id}`)
  return { last: row?.last == null ? null : new Date(row.last), lights: row?.lights ?? [] }
}

/** How often somebody was called to the notice `r`, and when last: said by its events alone. Null while nobody was. */
export const nudges = sql`
  select json_build_object('count', count(*), 'last', max(e.at)) from event e where e.county_id = r.county_id and e.order_id = r.order_id
    and e.kind = 'rectification.nudged' and e.data ->> 'rectificationId' = r.id::text having count(*) > 0`
