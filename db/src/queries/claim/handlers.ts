import { type SQL, sql } from 'drizzle-orm'
import type { CodeWitness } from '@dj/shared/collect/need/receipt.rules.ts'
import type { Reads } from '../../connect.ts'

/** `person`: an expression for whose hand is asked about. `orderId` null: a need without an order. */
const handledBy = (countyId: string, orderId: string | null, person: SQL) => {
  const here = sql`county_id = ${countyId} and order_id = ${orderId}::uuid`
  const the = sql`county_id = ${countyId} and id = ${orderId}::uuid`
  return sql`(
  exists (select from order_part where ${here} and person_id = ${person} and part = 'doer')
  or exists (select from participant where ${here} and person_id = ${person} and state <> 'declined')
  or exists (select from claim where ${here} and person_id = ${person})
  or exists (select from delivery where ${here} and (delivered_by = ${person} or answered_by = ${person} and answer_via = 'telephone'))
  or exists (select from progress where county_id = ${countyId} and reported_by = ${person}
    and claim_id in (select id from claim where ${here}))
  or exists (select from demand_order where ${the} and ${person} in (author_id, publisher_id))
  or exists (select from role_grant where county_id = ${countyId} and person_id = ${person} and role in ('secretary', 'alliance_lead')
    and organization_id in (select owner_organization_id from demand_order where ${the}
      union all select organization_id from claim where ${here} and organization_id is not null)))`
}

const told = (personId: string | null) => sql`${personId}::uuid`

/**
 * Who did the work, delivered or reported it, wrote or published the order, leads whoever owns or claimed it, or entered what a
 * requester answered: not a neutral ear.
 */
export async function hasHandled(db: Reads, countyId: string, orderId: string, personId: string): Promise<boolean> {
  const rows = await db.execute<{ handled: boolean }>(
    sql`select ${handledBy(countyId, orderId, told(personId))} as handled`,
  )
  return rows[0]?.handled === true
}

/** Has this person handled any order that was built from the need? */
export async function hasHandledNeed(db: Reads, countyId: string, needId: string, personId: string): Promise<boolean> {
  const orderIds = await ordersFrom(db, countyId, needId)
  const handled = await Promise.all(orderIds.map((orderId) => hasHandled(db, countyId, orderId, personId)))
  return handled.includes(true)
}

/** The orders that were built from the need. */
export async function ordersFrom(db: Reads, countyId: string, needId: string): Promise<string[]> {
  const links = await db.execute<{ order_id: string }>(sql`
    select order_id from order_need where county_id = ${countyId} and need_id = ${needId}`)
  return links.map((link) => link.order_id)
}

interface Using {
  countyId: string
  /** Null: no order was built from it. */
  orderId: string | null
  needId: string
  personId: string | null
  device: string | null
}

/** What stands against a use of this need's code by this person, if signed in, on this device. */
export async function codeWitness(db: Reads, using: Using): Promise<CodeWitness> {
  const { countyId, orderId, needId, personId, device } = using
  const sight = sql`select from need_sight s where s.county_id = ${countyId} and s.need_id = ${needId}`
  const [row] = await db.execute<{ doer_told: boolean; user_involved: boolean; device_saw: boolean }>(sql`
    select exists (${sight} and ${handledBy(countyId, orderId, sql`s.person_id`)} and s.told = (select receipt_hash from need where county_id = ${countyId} and id = ${needId})) as doer_told,
      exists (${sight} and s.person_id = ${personId}::uuid) or ${handledBy(countyId, orderId, told(personId))} as user_involved,
      exists (${sight} and s.device = ${device}::text) as device_saw`)
  return {
    doerTold: row?.doer_told === true,
    userInvolved: row?.user_involved === true,
    deviceSaw: row?.device_saw === true,
  }
}
