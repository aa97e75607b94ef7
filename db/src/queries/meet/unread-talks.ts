import { sql } from 'drizzle-orm'
import type { Tx } from '../../with-tx.ts'
import { uuidArray } from '../platform/array-params.ts'

export type UnreadRow = { claim_id: string; order_id: string; title: string; since: string }

/** For whom the viewer reads: the organizations for which they lead claims, and whose own orders they keep. */
export interface Listening {
  countyId: string
  personId: string
  leads: readonly string[]
  keeps: readonly string[]
}

/**
 * Claims that go on under which somebody has said what the viewer has not read: to the claimant, to the owner's own desk and whoever built
 * the order there, to the requester. Desks above may read, but are not called. In a transaction of the county.
 */
export async function unreadTalks(tx: Tx, listening: Listening, limit: number): Promise<UnreadRow[]> {
  const { countyId, personId } = listening
  const [leads, keeps] = [uuidArray(listening.leads), uuidArray(listening.keeps)]
  return tx.execute<UnreadRow>(sql`
    select c.id as claim_id, o.id as order_id, o.title, min(t.at)::text as since from message t
    join claim c on c.county_id = t.county_id and c.id = t.claim_id and c.state in ('active', 'delivered')
    join demand_order o on o.county_id = c.county_id and o.id = c.order_id
    join organization w on w.county_id = o.county_id and w.id = o.owner_organization_id
    join need n on n.county_id = t.county_id and n.id = t.need_id
    left join organization g on g.county_id = c.county_id and g.id = c.organization_id
    where t.county_id = ${countyId} and t.person_id is distinct from ${personId}::uuid
      and not exists (select from message_read r where r.county_id = t.county_id and r.claim_id = t.claim_id and r.need_id = t.need_id
        and r.person_id = ${personId}::uuid and r.until >= t.at)
      and (n.requester_person_id = ${personId}
        or (c.person_id = ${personId} and (c.claimant_kind = 'member' or g.path && ${leads})) or g.id = any(${leads})
        or exists (select from participant p where p.county_id = c.county_id and p.claim_id = c.id and p.person_id = ${personId} and p.state = 'confirmed')
        or w.id = any(${keeps}) or (o.author_id = ${personId} and w.path && ${keeps}))
    group by c.id, o.id, o.title order by since limit ${limit}`)
}
