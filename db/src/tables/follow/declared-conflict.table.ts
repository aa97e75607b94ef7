import { foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { county, instant } from '../platform/columns.ts'
import { personTable } from '../county/person.table.ts'

/** A conflict somebody declares for themselves, beside those the system finds. */
export const declaredConflictTable = pgTable(
  'declared_conflict',
  {
    countyId: county(),
    personId: uuid('person_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    reason: text('reason').notNull(),
    declaredAt: instant('declared_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'declared_conflict_pkey', columns: [t.countyId, t.personId, t.organizationId] }),
    foreignKey({
      name: 'declared_conflict_of_a_person',
      columns: [t.countyId, t.personId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
  ],
)
