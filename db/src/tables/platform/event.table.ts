import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { county, id, instant } from './columns.ts'

/** Append-only: every change writes its event in the same transaction. Ids, not names. */
export const eventTable = pgTable(
  'event',
  {
    countyId: county(),
    id: id(),
    kind: text('kind').notNull(),
    at: instant('at').notNull(),
    by: uuid('by'),
    needId: uuid('need_id'),
    orderId: uuid('order_id'),
    claimId: uuid('claim_id'),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'event_pkey', columns: [t.countyId, t.id] }),
    index('event_of_order').on(t.countyId, t.orderId, t.at, t.id),
    index('event_of_need').on(t.countyId, t.needId, t.at, t.id),
    index('event_by_kind').on(t.countyId, t.kind, t.at),
  ],
)
