import { foreignKey, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { county, id, instant } from '../platform/columns.ts'
import { personTable } from '../county/person.table.ts'

/** One uploaded workbook that was applied. */
export const importBatchTable = pgTable(
  'import_batch',
  {
    countyId: county(),
    id: id(),
    fileName: text('file_name').notNull(),
    fileHash: text('file_hash').notNull(),
    counts: jsonb('counts').$type<Record<string, number>>().notNull(),
    appliedBy: uuid('applied_by').notNull(),
    appliedAt: instant('applied_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'import_batch_pkey', columns: [t.countyId, t.id] }),
    foreignKey({
      name: 'import_batch_by_a_person',
      columns: [t.countyId, t.appliedBy],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
  ],
)
