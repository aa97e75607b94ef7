import { sql } from 'drizzle-orm'
import type { DeadlineKind } from '@dj/shared/county/calendar/calendar.schema.ts'
import { type CivilDate, endOfCivilDay, startOfCivilDay } from '@dj/shared/platform/time/quarter.ts'
import type { Tx } from '../../with-tx.ts'

/** Terms of one kind that begin on one day and count as many working days: they all end together. */
export type WaitingTerm = { kind: DeadlineKind; day: CivilDate; days: number }

const time = (date: Date) => sql`${date.toISOString()}::timestamptz`

/** Where each deadline is kept, and when it no longer counts. */
const kept = {
  need: {
    table: sql`need`,
    until: sql`respond_by`,
    from: sql`respond_from`,
    days: sql`respond_days`,
    counts: sql`true`,
  },
  claim: {
    ...{ table: sql`claim`, until: sql`respond_by`, from: sql`respond_from`, days: sql`respond_days` },
    counts: sql`state = 'requested'`,
  },
  rectification: {
    ...{ table: sql`rectification`, until: sql`deadline_at`, from: sql`deadline_from`, days: sql`deadline_days` },
    counts: sql`true`,
  },
  retirement: {
    ...{ table: sql`retirement`, until: sql`notice_until`, from: sql`notice_from`, days: sql`notice_days` },
    counts: sql`state = 'on_notice'`,
  },
  appeal: {
    ...{ table: sql`appeal`, until: sql`decide_by`, from: sql`decide_from`, days: sql`decide_days` },
    counts: sql`true`,
  },
} as const satisfies Record<DeadlineKind, unknown>

const kinds = Object.keys(kept) as DeadlineKind[]

/** The terms whose end waits for the calendar. */
export async function waitingTerms(tx: Tx, countyId: string): Promise<WaitingTerm[]> {
  const parts = kinds.map((kind) => {
    const { table, until, from, days, counts } = kept[kind]
    return sql`select distinct ${kind} as kind, (${from} at time zone 'Asia/Shanghai')::date::text as day, ${days} as days
      from ${table} where county_id = ${countyId} and ${until} is null and ${days} is not null and ${counts}`
  })
  return tx.execute<WaitingTerm>(sql`${sql.join(parts, sql` union all `)} order by 1, 2, 3`)
}

/** Sets the end of all that wait like this; how many there were. */
export async function endTerms(tx: Tx, countyId: string, term: WaitingTerm, end: Date): Promise<number> {
  const { table, until, from, days, counts } = kept[term.kind]
  const rows = await tx.execute<{ n: number }>(sql`
    with ended as (
      update ${table} set ${until} = ${time(end)} where county_id = ${countyId} and ${until} is null and ${days} = ${term.days}
        and ${from} >= ${time(startOfCivilDay(term.day))} and ${from} < ${time(endOfCivilDay(term.day))} and ${counts} returning 1)
    select count(*)::int as n from ended`)
  return rows[0]?.n ?? 0
}
