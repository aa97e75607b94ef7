import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { county, instant } from '../platform/columns.ts'
import { countyTable } from '../county/county.table.ts'

/** The checklist, a new row a change: each finding says by which version it was made. */
export const checklistTable = pgTable(
  'checklist',
  {
    countyId: county().references(() => countyTable.countyId),
    version: integer('version').notNull(),
    items: jsonb('items').$type<unknown[]>().notNull(),
    changedBy: uuid('changed_by'),
    changedAt: instant('changed_at').notNull(),
    note: text('note'),
  },
  (t) => [primaryKey({ name: 'checklist_pkey', columns: [t.countyId, t.version] })],
)
