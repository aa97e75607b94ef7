import { sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { uuidArray } from '../platform/array-params.ts'

export type ThanksRow = { claim_id: string; order_id: string; title: string; since: string }

/** Whose work it was: the person, and the organizations for which they lead claims. */
export interface Thanked {
  countyId: string
  personId: string
  leads: readonly string[]
}

/**
 * Claims whose requester said, after `since`, that it is solved and said something with it: of members, of those who confirmed to take part,
 * and of organizations the viewer leads. Neither the words nor who said them.
 */
export async function thanksSince(db: Reads, thanked: Thanked, since: Date, limit: number): Promise<ThanksRow[]> {
  const { countyId, personId } = thanked
  return db.execute<ThanksRow>(sql`
    select c.id as claim_id, o.id as order_id, o.title, d.answered_at::text as since from delivery d
    join claim c on c.county_id = d.county_id and c.id = d.claim_id
    join demand_order o on o.county_id = d.county_id and o.id = d.order_id
    left join organization g on g.county_id = c.county_id and g.id = c.organization_id
    where d.county_id = ${countyId} and d.answer = 'solved' and d.answer_words is not null and d.answered_at > ${since.toISOString()}::timestamptz
      and ((c.claimant_kind = 'member' and c.person_id = ${personId}) or g.path && ${uuidArray(thanked.leads)}
        or exists (select from participant p where p.county_id = c.county_id and p.claim_id = c.id and p.person_id = ${personId} and p.state = 'confirmed'))
    order by d.answered_at desc limit ${limit}`)
}
