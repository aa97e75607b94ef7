import { foreignKey, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { orderTable } from '../build/order.table.ts'
import { county, instant } from '../platform/columns.ts'
import { needTable } from './need.table.ts'

/** The needs behind an order (n:m); links are kept. */
export const orderNeedTable = pgTable(
  'order_need',
  {
    countyId: county(),
    orderId: uuid('order_id').notNull(),
    needId: uuid('need_id').notNull(),
    linkedBy: uuid('linked_by').notNull(),
    linkedAt: instant('linked_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'order_need_pkey', columns: [t.countyId, t.orderId, t.needId] }),
    foreignKey({
      name: 'order_need_of_an_order',
      columns: [t.countyId, t.orderId],
      foreignColumns: [orderTable.countyId, orderTable.id],
    }),
    foreignKey({
      name: 'order_need_links_a_need',
      columns: [t.countyId, t.needId],
      foreignColumns: [needTable.countyId, needTable.id],
    }),
    index('order_need_by_need').on(t.countyId, t.needId),
  ],
)
