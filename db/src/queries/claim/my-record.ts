import { sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'

export type RecordRow = {
  done: number
  hours: number
  thanks: { orderId: string; title: string; words: string; at: string }[]
}

const most = 50

/** What this person finished, the hours they reported, and the words of those whom it helped. */
export async function recordOf(db: Reads, countyId: string, personId: string): Promise<RecordRow | undefined> {
  const rows = await db.execute<RecordRow>(sql`
    with mine as (
      select c.id, c.order_id, c.state from claim c where c.county_id = ${countyId} and c.claimant_kind = 'member' and c.person_id = ${personId}
      union select c.id, c.order_id, c.state from participant p join claim c on c.county_id = p.county_id and c.id = p.claim_id
        where p.county_id = ${countyId} and p.person_id = ${personId} and p.state = 'confirmed'),
    said as (
      select d.order_id, o.title, d.answer_words, d.answered_at from mine m
      join delivery d on d.county_id = ${countyId} and d.claim_id = m.id
      join demand_order o on o.county_id = d.county_id and o.id = d.order_id
      where d.answer = 'solved' and d.answer_words is not null order by d.answered_at desc limit ${most})
    select (select count(*)::int from mine where state = 'completed') as done,
      (coalesce((select sum(hours) from progress where county_id = ${countyId} and reported_by = ${personId}), 0)
        + coalesce((select sum(hours) from delivery where county_id = ${countyId} and delivered_by = ${personId}), 0))::float8 as hours,
      (select coalesce(json_agg(json_build_object('orderId', order_id, 'title', title, 'words', answer_words, 'at', answered_at)
        order by answered_at desc), '[]') from said) as thanks`)
  return rows[0]
}
