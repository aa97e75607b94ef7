import { sql } from 'drizzle-orm'
import type { CodeWitness } from '@dj/shared/collect/need/receipt.rules.ts'
import type { Reads } from '../../connect.ts'

const handledBy = (countyId: string, orderId: string, personId: string | null) => sql`(
  exists (select from order_part where county_id = ${countyId} and order_id = ${orderId} and person_id = ${personId}::uuid and part = 'doer')
  or exists (select from participant where county_id = ${countyId} and order_id = ${orderId} and person_id = ${personId}::uuid and state <> 'declined')
  or exists (select from claim where county_id = ${countyId} and order_id = ${orderId} and person_id = ${personId}::uuid)
  or exists (select from delivery where county_id = ${countyId} and order_id = ${orderId} and (delivered_by = ${personId}::uuid or answered_by = ${personId}::uuid and answer_via = 'telephone'))
  or exists (select from demand_order where county_id = ${countyId} and id = ${orderId} and ${personId}::uuid in (author_id, publisher_id)))`

/** Who did the work, delivered it, wrote or published the order, or entered what a requester answered: not a neutral ear. */
export async function hasHandled(db: Reads, countyId: string, orderId: string, personId: string): Promise<boolean> {
  const rows = await db.execute<{ handled: boolean }>(sql`select ${handledBy(countyId, orderId, personId)} as handled`)
  return rows[0]?.handled === true
}

/** Has this person handled any order that was built from the need? */
export async function hasHandledNeed(db: Reads, countyId: string, needId: string, personId: string): Promise<boolean> {
  const links = await db.execute<{ order_id: string }>(sql`
    select order_id from order_need where county_id = ${countyId} and need_id = ${needId}`)
  const handled = await Promise.all(links.map((link) => hasHandled(db, countyId, link.order_id, personId)))
  return handled.includes(true)
}

interface Using {
  countyId: string
  orderId: string
  needId: string
  personId: string | null
  device: string | null
}

/** What stands against a use of this need's code by this person, if signed in, on this device. */
export async function codeWitness(db: Reads, using: Using): Promise<CodeWitness> {
  const { countyId, orderId, needId, personId, device } = using
  const sight = sql`select from need_sight s where s.county_id = ${countyId} and s.need_id = ${needId}`
  const doer = sql`(exists (select from order_part q where q.county_id = ${countyId} and q.order_id = ${orderId}
      and q.person_id = s.person_id and q.part = 'doer')
    or exists (select from delivery d where d.county_id = ${countyId} and d.order_id = ${orderId} and d.delivered_by = s.person_id))`
  const [row] = await db.execute<{ doer_told: boolean; user_involved: boolean; device_saw: boolean }>(sql`
    select exists (${sight} and ${doer} and s.told = (select receipt_hash from need where county_id = ${countyId} and id = ${needId})) as doer_told,
      exists (${sight} and s.person_id = ${personId}::uuid) or ${handledBy(countyId, orderId, personId)} as user_involved,
      exists (${sight} and s.device = ${device}::text) as device_saw`)
  return {
    doerTold: row?.doer_told === true,
    userInvolved: row?.user_involved === true,
    deviceSaw: row?.device_saw === true,
  }
}
