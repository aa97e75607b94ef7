import { sql } from 'drizzle-orm'
import { check, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { county, instant } from './columns.ts'

/** The sealed chain: events in commit order, each hash over the one before. */
export const eventSealTable = pgTable(
  'event_seal',
  {
    countyId: county(),
    seq: integer('seq').notNull(),
    eventId: uuid('event_id').notNull(),
    hash: text('hash').notNull(),
    sealedAt: instant('sealed_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'event_seal_pkey', columns: [t.countyId, t.seq] }),
    uniqueIndex('event_seal_once').on(t.countyId, t.eventId),
    check('event_seal_hash_known', sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
  ],
)
