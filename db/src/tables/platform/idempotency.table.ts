import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { county, instant } from './columns.ts'

/** The reply to a POST, stored with its effect: the same key gets the same reply, at any concurrency and after a crash. */
export const idempotencyTable = pgTable(
  'idempotency',
  {
    countyId: county(),
    subject: text('subject').notNull(),
    key: text('key').notNull(),
    route: text('route').notNull(),
    bodyHash: text('body_hash').notNull(),
    status: integer('status').notNull(),
    body: jsonb('body').$type<unknown>(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'idempotency_pkey', columns: [t.countyId, t.subject, t.key] }),
    // Rows come in order of time and leave after a week: a few kilobytes instead of one more tree to write into at each POST.
    index('idempotency_by_age').using('brin', t.at),
  ],
)
