import { sql } from 'drizzle-orm'
import { check, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { civilDate, county, instant } from './columns.ts'

/** The head of the chain on each morning, as it was written outside and shown to the audit administrator, and who counter-signed it. */
export const headAnchorTable = pgTable(
  'head_anchor',
  {
    countyId: county(),
    day: civilDate('day').notNull(),
    seq: integer('seq').notNull(),
    hash: text('hash').notNull(),
    anchoredAt: instant('anchored_at').notNull(),
    countersignedBy: uuid('countersigned_by'),
    countersignedAt: instant('countersigned_at'),
  },
  (t) => [
    primaryKey({ name: 'head_anchor_pkey', columns: [t.countyId, t.day] }),
    check('head_anchor_hash_known', sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
    check('head_anchor_signed_whole', sql`num_nonnulls(${t.countersignedBy}, ${t.countersignedAt}) in (0, 2)`),
  ],
)
