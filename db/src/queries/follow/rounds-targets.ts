import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import type { Basis, TargetState } from '@dj/shared/follow/round/round.schema.ts'
import type { Reads } from '../../connect.ts'
import { targetTable } from '../../tables/follow/target.table.ts'
import type { Tx } from '../../with-tx.ts'
import { type Brief, briefOf } from './briefs.ts'
import { uuidArray } from '../platform/array-params.ts'

interface Of {
  countyId: string
  roundId: string
}
export type TargetRow = typeof targetTable.$inferSelect
type TargetChange = Partial<typeof targetTable.$inferInsert>

const isTarget = (of: Of, orderId: string) =>
  and(eq(targetTable.countyId, of.countyId), eq(targetTable.roundId, of.roundId), eq(targetTable.orderId, orderId))

export async function lockTarget(tx: Tx, of: Of, orderId: string): Promise<TargetRow | undefined> {
  const [row] = await tx.select().from(targetTable).where(isTarget(of, orderId)).for('update')
  return row
}

export async function updateTarget(tx: Tx, of: Of, orderId: string, change: TargetChange): Promise<void> {
  await tx.update(targetTable).set(change).where(isTarget(of, orderId))
}

/** Names a target in an event without telling that it was drawn: only those who have the seeds can tell which it is. */
export async function markOfTarget(tx: Tx, { countyId, roundId }: Of, orderId: string): Promise<string | null> {
  const rows = await tx.execute<{ mark: string | null }>(
    sql`select target_mark(${countyId}, ${roundId}, ${orderId}) as mark`,
  )
  return rows[0]?.mark ?? null
}

/** A target everybody assigned to it has now reported on is inspected; whether it is. The only writer of `inspected`. */
export async function settleTarget(tx: Tx, { countyId, roundId }: Of, orderId: string, at: Date): Promise<boolean> {
  const rows = await tx.execute(sql`
    update target t set state = 'inspected', inspected_at = ${at.toISOString()}::timestamptz
    where t.county_id = ${countyId} and t.round_id = ${roundId} and t.order_id = ${orderId} and t.state in ('waiting', 'excuse_asked')
      and (select count(distinct f.inspector_id) from finding f where f.county_id = t.county_id and f.round_id = t.round_id
        and f.order_id = t.order_id and f.state = 'final') >= (select case e.tier when 'A' then 2 else 1 end from frame_entry e
        where e.county_id = t.county_id and e.round_id = t.round_id and e.order_id = t.order_id)
    returning t.order_id`)
  return rows.length === 1
}

/** A and B orders of the frame that are neither inspected nor excused: counted from the frame, so that none can be left out. */
export async function openCensus(db: Reads, { countyId, roundId }: Of): Promise<number> {
  const rows = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from frame_entry f
    left join target t on t.county_id = f.county_id and t.round_id = f.round_id and t.order_id = f.order_id
    where f.county_id = ${countyId} and f.round_id = ${roundId} and f.tier in ('A', 'B')
      and coalesce(t.state, 'waiting') not in ('inspected', 'excused')`)
  return rows[0]?.n ?? 0
}

export type TargetCount = { round_id: string; basis: Basis; state: TargetState; n: number }

export async function countTargets(db: Reads, countyId: string, roundIds: readonly string[]): Promise<TargetCount[]> {
  if (roundIds.length === 0) return []
  return db.execute<TargetCount>(sql`
    select round_id, basis, state, count(*)::int as n from target
    where county_id = ${countyId} and round_id = any(${uuidArray(roundIds)}) group by round_id, basis, state`)
}

export type TownProgressRow = { town: string | null } & Record<Basis | 'inspected' | 'excused' | 'waiting', number>

/** How far the checks of each town are, in figures alone. */
export async function progressByTown(db: Reads, { countyId, roundId }: Of): Promise<TownProgressRow[]> {
  const having = (condition: SQL) => sql`count(*) filter (where ${condition})::int`
  return db.execute<TownProgressRow>(sql`
    select o.name as town, ${having(sql`t.basis = 'census'`)} as census, ${having(sql`t.basis = 'sample'`)} as sample,
      ${having(sql`t.basis = 'targeted'`)} as targeted, ${having(sql`t.state = 'inspected'`)} as inspected,
      ${having(sql`t.state = 'excused'`)} as excused, ${having(sql`t.state not in ('inspected', 'excused')`)} as waiting
    from target t join frame_entry f on f.county_id = t.county_id and f.round_id = t.round_id and f.order_id = t.order_id
    left join organization o on o.county_id = f.county_id and o.id = f.town_id
    where t.county_id = ${countyId} and t.round_id = ${roundId} group by f.town_id, o.name, o.code order by o.code nulls last, o.name`)
}

/** Whose eyes: a lead or organizer sees the census under these organizations and what was visited; an inspector what they are to check. */
export interface Sight {
  inspectorId: string
  under: readonly string[]
  /** The round is over: nothing is secret any more. */
  ended: boolean
}
export interface TargetFilter {
  basis?: Basis | undefined
  state?: TargetState | undefined
  townId?: string | undefined
  orderId?: string | undefined
}
export type TargetListed = {
  order_id: string
  number: string
  title: string
  tier: Tier
  basis: Basis
  state: TargetState
  owner: { id: string; name: string }
  town: { id: string; name: string } | null
  location: string | null
  excuse: { reason: string; askedBy: string; decidedBy: string | null } | null
  inspectors: { id: string; alias: string; done: boolean }[]
} & Brief

/** What this pair of eyes may see of the targets `t` with their entries `f` in the frame. */
export const seenBy = ({ inspectorId, under, ended }: Sight): SQL => sql`(
  exists (select from assignment a where a.county_id = t.county_id and a.round_id = t.round_id and a.order_id = t.order_id
    and a.inspector_id = ${inspectorId} and a.ended_at is null)
  or (${ended} or t.basis = 'census' or t.state = 'inspected') and exists (select from organization w
    where w.county_id = f.county_id and w.id = f.owner_organization_id and w.path && ${uuidArray(under)}))`

const visible = ({ countyId, roundId }: Of, sight: Sight, { basis, state, townId, orderId }: TargetFilter): SQL => sql`
  from target t join frame_entry f on f.county_id = t.county_id and f.round_id = t.round_id and f.order_id = t.order_id
  join demand_order o on o.county_id = t.county_id and o.id = t.order_id
  where t.county_id = ${countyId} and t.round_id = ${roundId} and ${seenBy(sight)}
    ${basis ? sql`and t.basis = ${basis}` : sql``} ${state ? sql`and t.state = ${state}` : sql``}
    ${townId ? sql`and f.town_id = ${townId}` : sql``} ${orderId ? sql`and t.order_id = ${orderId}` : sql``}`

/** A page of the targets somebody may see, by number. */
export async function listTargets(
  db: Reads,
  of: Of,
  sight: Sight,
  filter: TargetFilter & { limit: number; after: { key: string; id: string } | null },
): Promise<TargetListed[]> {
  const beyond = filter.after ? sql`and o.number > ${filter.after.key}` : sql``
  const named = (person: SQL) => sql`(select alias from person p where p.county_id = s.county_id and p.id = ${person})`
  const place = (id: SQL) => sql`(select jsonb_build_object('id', id, 'name', name) from organization g
    where g.county_id = s.county_id and g.id = ${id})`
  return db.execute<TargetListed>(sql`
    select s.order_id, s.number, s.title, s.tier, s.basis, s.state, ${place(sql`s.owner_organization_id`)} as owner,
      ${place(sql`s.town_id`)} as town, s.location, ${briefOf(sql`s.county_id`, sql`s.order_id`)}, case when s.excuse_reason is not null then jsonb_build_object('reason', s.excuse_reason,
        'askedBy', ${named(sql`s.excuse_asked_by`)}, 'decidedBy', ${named(sql`s.excuse_decided_by`)}) end as excuse,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'alias', p.alias, 'done', exists (select from finding d
          where d.county_id = a.county_id and d.round_id = a.round_id and d.order_id = a.order_id and d.inspector_id = p.id and d.state = 'final'))
          order by a.slot), '[]') from assignment a join person p on p.county_id = a.county_id and p.id = a.inspector_id
        where a.county_id = s.county_id and a.round_id = s.round_id and a.order_id = s.order_id and a.ended_at is null) as inspectors
    from (select t.*, o.number, o.title, o.location, f.tier, f.owner_organization_id, f.town_id ${visible(of, sight, filter)} ${beyond}
      order by o.number limit ${filter.limit}) s order by s.number`)
}

export async function countVisible(db: Reads, of: Of, sight: Sight, filter: TargetFilter): Promise<number> {
  const rows = await db.execute<{ n: number }>(sql`select count(*)::int as n ${visible(of, sight, filter)}`)
  return rows[0]?.n ?? 0
}
