import { sql } from 'drizzle-orm'

/** When the running cycle of `o` was first offered: its publication, or the end of the cycle before. */
const offered = sql`coalesce((select max(f.closed_at) from feedback_record f
  where f.county_id = o.county_id and f.order_id = o.id and f.cycle < o.cycle), o.published_at)`

const endedClaims = sql`from claim c where c.county_id = o.county_id and c.order_id = o.id and c.cycle = o.cycle and c.ended_at is not null`

/** Stretches in which nobody could claim it, or somebody had: claims that ended, notices and proposals to retire that are decided. */
const held = sql`
  select tstzrange(c.started_at, c.ended_at) as stretch ${endedClaims}
  union all select tstzrange(x.issued_at, x.decided_at) from rectification x
    where x.county_id = o.county_id and x.order_id = o.id and x.decided_at is not null
  union all select tstzrange(r.proposed_at, case r.state when 'refused' then r.decided_at else (select max(e.at) from event e
      where e.county_id = r.county_id and e.order_id = r.order_id and e.kind = 'retirement.withdrawn' and e.at >= r.proposed_at) end)
    from retirement r where r.county_id = o.county_id and r.order_id = o.id and r.state in ('refused', 'withdrawn')`

/**
 * For the open order `o` that nobody holds: the instant its age counts from. It was first offered then, and the time it was held is
 * not counted, so that giving it back does not make it new. Nothing is looked up for an order that nothing happened to.
 */
export const unclaimedFrom = sql`case when o.cycle = 1 and o.state_since = o.published_at and not exists (select ${endedClaims}) then o.published_at
  else (select b.at + coalesce((select sum(upper(s) - lower(s)) from unnest((select range_agg(h.stretch * tstzrange(b.at, null)) from (${held}) h)) s),
    interval '0') from (select ${offered} as at) b) end`
