import { and, between, desc, eq, gt, max, sql } from 'drizzle-orm'
import type { DayRule } from '@dj/shared/county/calendar/calendar.schema.ts'
import type { Calendar } from '@dj/shared/platform/time/working-days.ts'
import { CivilDate } from '@dj/shared/platform/time/quarter.ts'
import type { Reads } from '../../connect.ts'
import { calendarChangeTable } from '../../tables/county/calendar-change.table.ts'
import { calendarDayTable } from '../../tables/county/county.table.ts'
import { personTable } from '../../tables/county/person.table.ts'
import type { Tx } from '../../with-tx.ts'

/** The working-day calendar between two civil dates, both included. Days without a row are unknown, not working days. */
export async function calendarBetween(
  db: Reads,
  countyId: string,
  from: CivilDate,
  until: CivilDate,
): Promise<Calendar> {
  const rows = await db
    .select({ day: calendarDayTable.day, isWorking: calendarDayTable.isWorking })
    .from(calendarDayTable)
    .where(and(eq(calendarDayTable.countyId, countyId), between(calendarDayTable.day, from, until)))
  return new Map(rows.map((row) => [row.day, row.isWorking]))
}

/** The days between two civil dates, both included, as they are arranged, ascending. */
export async function dayRulesBetween(db: Reads, countyId: string, from: string, until: string): Promise<DayRule[]> {
  const { countyId: county, day, isWorking, note } = calendarDayTable
  const rows = await db
    .select({ day, isWorking, note })
    .from(calendarDayTable)
    .where(and(eq(county, countyId), between(day, from, until)))
    .orderBy(day)
  return rows.map((row) => ({ ...row, day: CivilDate.parse(row.day) }))
}

/** Is every day of the year there? */
export async function yearIsKnown(db: Reads, countyId: string, year: number): Promise<boolean> {
  const [from, until] = [`${year}-01-01`, `${year}-12-31`]
  const { countyId: county, day } = calendarDayTable
  return (await db.$count(calendarDayTable, and(eq(county, countyId), between(day, from, until)))) >= 365
}

export async function insertCalendarDays(tx: Tx, countyId: string, days: readonly DayRule[]): Promise<void> {
  if (days.length === 0) return
  const rows = days.map((day) => ({ countyId, ...day }))
  await tx.insert(calendarDayTable).values(rows).onConflictDoNothing()
}

/** Arranges days, whether they were there before or not. */
export async function setCalendarDays(tx: Tx, countyId: string, days: readonly DayRule[]): Promise<void> {
  const rows = days.map(({ day, isWorking, note }) => ({ countyId, day, isWorking, note }))
  const { countyId: county, day } = calendarDayTable
  const set = { isWorking: sql`excluded.is_working`, note: sql`excluded.note` }
  await tx
    .insert(calendarDayTable)
    .values(rows)
    .onConflictDoUpdate({ target: [county, day], set })
}

/** How often the calendar was changed; 0 as the county began. */
export async function calendarVersion(db: Reads, countyId: string): Promise<number> {
  const { version } = calendarChangeTable
  const [row] = await db
    .select({ newest: max(version) })
    .from(calendarChangeTable)
    .where(eq(calendarChangeTable.countyId, countyId))
  return row?.newest ?? 0
}

export async function insertCalendarChange(tx: Tx, row: typeof calendarChangeTable.$inferInsert): Promise<void> {
  await tx.insert(calendarChangeTable).values(row)
}

export async function calendarChangedSince(db: Reads, countyId: string, since: Date): Promise<boolean> {
  const { countyId: county, changedAt } = calendarChangeTable
  return (await db.$count(calendarChangeTable, and(eq(county, countyId), gt(changedAt, since)))) > 0
}

/** The changes that were made for the year or its neighbours, newest first, each with the name of who made it. */
export async function calendarChangesAround(db: Reads, countyId: string, year: number) {
  return db
    .select({ change: calendarChangeTable, alias: personTable.alias })
    .from(calendarChangeTable)
    .leftJoin(
      personTable,
      and(eq(personTable.countyId, calendarChangeTable.countyId), eq(personTable.id, calendarChangeTable.changedBy)),
    )
    .where(and(eq(calendarChangeTable.countyId, countyId), between(calendarChangeTable.year, year - 1, year + 1)))
    .orderBy(desc(calendarChangeTable.version))
}
