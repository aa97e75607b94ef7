import { sql } from 'drizzle-orm'
import type { OrderState } from '@dj/shared/build/order/order.schema.ts'
import type { Reads } from '../../connect.ts'

export type TimelineRow = {
  id: string
  kind: string
  /** As PostgreSQL writes it, to the microsecond. */
  at: string
  /** The organization acted for, else the alias of whoever acted; null for the system. */
  who: string | null
  data: Record<string, unknown>
  /** Done by somebody who raised a need behind the order. */
  by_requester: boolean
}

export async function ownerAndState(db: Reads, countyId: string, orderId: string) {
  const rows = await db.execute<{ state: OrderState; owner_path: string[] }>(sql`
    select o.state, w.path as owner_path from demand_order o
    join organization w on w.county_id = o.county_id and w.id = o.owner_organization_id
    where o.county_id = ${countyId} and o.id = ${orderId}`)
  return rows[0]
}

/** Events of the order and of the needs behind it, oldest first. Reading of contacts is nobody's business here. */
export async function timelineOf(
  db: Reads,
  countyId: string,
  orderId: string,
  page: { limit: number; after: { key: string; id: string } | null },
): Promise<TimelineRow[]> {
  const after = page.after ? sql`and (e.at, e.id) > (${page.after.key}::timestamptz, ${page.after.id}::uuid)` : sql``
  return db.execute<TimelineRow>(sql`
    select e.id, e.kind, e.at::text, coalesce(g.name, p.alias) as who, e.data,
      coalesce(e.by in (select n.requester_person_id from order_need l join need n on n.county_id = l.county_id and n.id = l.need_id
        where l.county_id = ${countyId} and l.order_id = ${orderId}), false) as by_requester
    from event e
    left join claim c on c.county_id = e.county_id and c.id = e.claim_id
    left join organization g on g.county_id = c.county_id and g.id = c.organization_id
      and e.kind in ('claim.taken', 'claim.requested', 'claim.reported', 'claim.delivered', 'claim.released', 'claim.extended',
        'claim.participant_confirmed', 'claim.participant_declined')
    left join person p on p.county_id = e.county_id and p.id = e.by
    where e.county_id = ${countyId} and e.kind <> 'need.contact_revealed' ${after}
      and (e.order_id = ${orderId} or e.need_id in (select need_id from order_need where county_id = ${countyId} and order_id = ${orderId}))
    order by e.at, e.id limit ${page.limit}`)
}

/** Photos by event: those of the progress report or delivery the event is about. */
export async function attachmentsByEvent(
  db: Reads,
  countyId: string,
  events: readonly Pick<TimelineRow, 'id' | 'data'>[],
): Promise<Map<string, string[]>> {
  const subjects = new Map<string, string>()
  for (const { id, data } of events) {
    for (const key of ['progressId', 'deliveryId']) {
      const subject = data[key]
      if (typeof subject === 'string' && data['answer'] === undefined) subjects.set(subject, id)
    }
  }
  if (subjects.size === 0) return new Map()
  const ids = `{${[...subjects.keys()].join(',')}}`
  const rows = await db.execute<{ id: string; subject: string }>(sql`
    select id, coalesce(progress_id, delivery_id)::text as subject from attachment
    where county_id = ${countyId} and (progress_id = any(${ids}::uuid[]) or delivery_id = any(${ids}::uuid[])) order by id`)
  const photos = new Map<string, string[]>()
  for (const { id, subject } of rows) {
    const event = subjects.get(subject) ?? ''
    photos.set(event, [...(photos.get(event) ?? []), id])
  }
  return photos
}
