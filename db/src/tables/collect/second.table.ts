import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { county, id, instant } from '../platform/columns.ts'
import { needTable } from './need.table.ts'
import { orderTable } from '../build/order.table.ts'
import { organizationTable } from '../county/organization.table.ts'
import { personTable } from '../county/person.table.ts'

/** "We need this too": a person joins an existing need or order, for themselves and their organization. */
export const secondTable = pgTable(
  'second',
  {
    countyId: county(),
    id: id(),
    needId: uuid('need_id'),
    orderId: uuid('order_id'),
    personId: uuid('person_id').notNull(),
    organizationId: uuid('organization_id'),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'second_pkey', columns: [t.countyId, t.id] }),
    uniqueIndex('second_once_per_need').on(t.countyId, t.needId, t.personId),
    uniqueIndex('second_once_per_order').on(t.countyId, t.orderId, t.personId),
    index('second_by_person').on(t.countyId, t.personId),
    check('second_joins_one_thing', sql`num_nonnulls(${t.needId}, ${t.orderId}) = 1`),
    foreignKey({
      name: 'second_joins_a_need',
      columns: [t.countyId, t.needId],
      foreignColumns: [needTable.countyId, needTable.id],
    }),
    foreignKey({
      name: 'second_joins_an_order',
      columns: [t.countyId, t.orderId],
      foreignColumns: [orderTable.countyId, orderTable.id],
    }),
    foreignKey({
      name: 'second_by_a_person',
      columns: [t.countyId, t.personId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    foreignKey({
      name: 'second_for_an_organization',
      columns: [t.countyId, t.organizationId],
      foreignColumns: [organizationTable.countyId, organizationTable.id],
    }),
  ],
)
