import { sql } from 'drizzle-orm'
import type { DeadlineKind } from '@dj/shared/county/calendar/calendar.schema.ts'
import { type CivilDate, endOfCivilDay, startOfCivilDay } from '@dj/shared/platform/time/quarter.ts'
import type { Reads } from '../../connect.ts'
import type { Tx } from '../../with-tx.ts'

/** Terms of one kind that begin on one day and count as many working days to the same end, or wait for it (null). RFC 3339. */
export type TermGroup = { kind: DeadlineKind; day: CivilDate; days: number; until: string | null; n: number }

const time = (date: Date) => sql`${date.toISOString()}::timestamptz`

/** Where each deadline is kept, while it runs, and which are still to be set once they can be. */
const kept = {
  need: {
    ...{ table: sql`need`, until: sql`respond_by`, from: sql`respond_from`, days: sql`respond_days` },
    ...{ runs: sql`state = 'received'`, waits: sql`true`, order: sql`null::uuid`, title: sql`d.body` },
  },
  claim: {
    ...{ table: sql`claim`, until: sql`respond_by`, from: sql`respond_from`, days: sql`respond_days` },
    ...{ runs: sql`state = 'requested'`, waits: sql`state = 'requested'` },
    ...{ order: sql`d.order_id`, title: sql`o.title` },
  },
  rectification: {
    ...{ table: sql`rectification`, until: sql`deadline_at`, from: sql`deadline_from`, days: sql`deadline_days` },
    ...{ runs: sql`state = 'issued'`, waits: sql`true`, order: sql`d.order_id`, title: sql`o.title` },
  },
  retirement: {
    ...{ table: sql`retirement`, until: sql`notice_until`, from: sql`notice_from`, days: sql`notice_days` },
    ...{ runs: sql`state = 'on_notice'`, waits: sql`state = 'on_notice'` },
    ...{ order: sql`d.order_id`, title: sql`o.title` },
  },
  appeal: {
    ...{ table: sql`appeal`, until: sql`decide_by`, from: sql`decide_from`, days: sql`decide_days` },
    ...{ runs: sql`state = 'filed'`, waits: sql`true`, order: sql`d.order_id`, title: sql`o.title` },
  },
} as const satisfies Record<DeadlineKind, unknown>

const kinds = Object.keys(kept) as DeadlineKind[]

/** Every term that waits for its end or runs towards it; with `waitingOnly` those that wait. */
export async function termGroups(
  db: Reads,
  countyId: string,
  { waitingOnly = false }: { waitingOnly?: boolean } = {},
): Promise<TermGroup[]> {
  const parts = kinds.map((kind) => {
    const { table, until, from, days, runs, waits } = kept[kind]
    const waiting = sql`(${until} is null and ${waits})`
    return sql`select ${kind} as kind, (${from} at time zone 'Asia/Shanghai')::date::text as day, ${days} as days,
        to_char(${until} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as until, count(*)::int as n
      from ${table} where county_id = ${countyId} and ${days} is not null
        and ${waitingOnly ? waiting : sql`(${waiting} or (${until} is not null and ${runs}))`} group by 1, 2, 3, 4`
  })
  return db.execute<TermGroup>(sql`${sql.join(parts, sql` union all `)} order by 1, 2, 3, 4`)
}

/** Those of a group that have its end still. */
function within(countyId: string, term: TermGroup) {
  const { until, from, days, runs, waits } = kept[term.kind]
  const still =
    term.until === null ? sql`${until} is null and ${waits}` : sql`${until} = ${term.until}::timestamptz and ${runs}`
  return sql`county_id = ${countyId} and ${still} and ${days} = ${term.days}
    and ${from} >= ${time(startOfCivilDay(term.day))} and ${from} < ${time(endOfCivilDay(term.day))}`
}

/** Gives all of a group another end; how many had it still. */
export async function endTerms(tx: Tx, countyId: string, term: TermGroup, end: Date): Promise<number> {
  const { table, until } = kept[term.kind]
  const rows = await tx.execute<{ n: number }>(sql`
    with ended as (update ${table} set ${until} = ${time(end)} where ${within(countyId, term)} returning 1)
    select count(*)::int as n from ended`)
  return rows[0]?.n ?? 0
}

export type TermRow = { id: string; order_id: string | null; title: string }

/** What a group consists of, by id, with the order or the need it belongs to. */
export function termsOf(db: Reads, countyId: string, term: TermGroup, limit: number): Promise<TermRow[]> {
  const { table, order, title } = kept[term.kind]
  const join =
    term.kind === 'need' ? sql`` : sql`join demand_order o on o.county_id = d.county_id and o.id = d.order_id`
  return db.execute<TermRow>(sql`
    select d.id, ${order} as order_id, left(${title}, 80) as title
    from (select * from ${table} where ${within(countyId, term)}) d ${join} order by d.id limit ${limit}`)
}
