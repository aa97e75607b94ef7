import { sql } from 'drizzle-orm'
import { boolean, check, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import { civilDate, county, instant } from '../platform/columns.ts'

export const countyTable = pgTable(
  'county',
  {
    countyId: text('county_id').notNull(),
    name: text('name').notNull(),
    demo: boolean('demo').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'county_pkey', columns: [t.countyId] }),
    check('county_id_is_a_division_code', sql`${t.countyId} ~ '^[0-9]{6}$'`),
  ],
)

/** Every change of the settings is a new row: which version a decision followed can always be told. */
export const countySettingsTable = pgTable(
  'county_settings',
  {
    countyId: county().references(() => countyTable.countyId),
    version: integer('version').notNull(),
    settings: jsonb('settings').$type<CountySettings>().notNull(),
    changedBy: uuid('changed_by'),
    changedAt: instant('changed_at').notNull(),
    note: text('note'),
  },
  (t) => [
    primaryKey({ name: 'county_settings_pkey', columns: [t.countyId, t.version] }),
    check('county_settings_version_counts', sql`${t.version} >= 1`),
  ],
)

export const calendarDayTable = pgTable(
  'calendar_day',
  {
    countyId: county().references(() => countyTable.countyId),
    day: civilDate('day').notNull(),
    isWorking: boolean('is_working').notNull(),
    note: text('note'),
  },
  (t) => [primaryKey({ name: 'calendar_day_pkey', columns: [t.countyId, t.day] })],
)
