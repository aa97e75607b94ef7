import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { CalendarSource, type ChangedDay } from '@dj/shared/county/calendar/calendar.schema.ts'
import { county, instant, oneOf } from '../platform/columns.ts'
import { personTable } from './person.table.ts'

/** Every change of the working-day calendar, by whom, when and why: which version a deadline followed can always be told. */
export const calendarChangeTable = pgTable(
  'calendar_change',
  {
    countyId: county(),
    version: integer('version').notNull(),
    year: integer('year').notNull(),
    source: text('source').$type<CalendarSource>().notNull(),
    // The sentences or the list it was read from.
    words: text('words'),
    reason: text('reason'),
    days: jsonb('days').$type<ChangedDay[]>().notNull(),
    // Null: the published data that comes with the software.
    changedBy: uuid('changed_by'),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    // Two people who save at once have both seen the same version: one of them sees again.
    primaryKey({ name: 'calendar_change_pkey', columns: [t.countyId, t.version] }),
    foreignKey({
      name: 'calendar_change_by_a_person',
      columns: [t.countyId, t.changedBy],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    check('calendar_change_version_counts', sql`${t.version} >= 1`),
    check('calendar_change_correction_has_a_reason', sql`${t.source} <> 'correction' or ${t.reason} is not null`),
    oneOf('calendar_change_source_known', t.source, CalendarSource.options),
  ],
)
