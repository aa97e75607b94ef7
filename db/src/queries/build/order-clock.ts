import { sql } from 'drizzle-orm'
import type { ClaimState } from '@dj/shared/build/order/claim-state.ts'

/** What deadlines are made of; instants as PostgreSQL writes them in JSON. */
export interface ClockClaim {
  state: ClaimState
  dueAt: string
  warnedAt: string | null
  respondBy: string | null
  deliveredAt: string | null
}
/** The end of the notice or public notice that holds the order, null while that waits for the calendar; null altogether without one. */
export type HeldUntil = { until: string | null } | null

/** Since when the claim `c` waits for its answer. */
export const deliveredAt = sql`case when c.state = 'delivered' then (select max(d.delivered_at) from delivery d
  where d.county_id = c.county_id and d.claim_id = c.id and d.answer is null) end`

/** For the rows of `o`: the notice still to be put right, or the public notice that runs. */
export const heldUntil = sql`case o.state
  when 'rectifying' then (select json_build_object('until', x.deadline_at) from rectification x
    where x.county_id = o.county_id and x.order_id = o.id and x.state = 'issued')
  when 'retiring' then (select json_build_object('until', r.notice_until) from retirement r
    where r.county_id = o.county_id and r.order_id = o.id and r.state = 'on_notice') end`
