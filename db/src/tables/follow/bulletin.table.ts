import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { county, instant } from '../platform/columns.ts'
import { roundTable } from './round.table.ts'

/** The 通报 of a round; a correction is a new version, nothing published is changed. */
export const bulletinTable = pgTable(
  'bulletin',
  {
    countyId: county(),
    roundId: uuid('round_id').notNull(),
    version: integer('version').notNull(),
    body: jsonb('body').$type<Record<string, unknown>>().notNull(),
    correction: text('correction'),
    signedBy: uuid('signed_by').notNull(),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'bulletin_pkey', columns: [t.countyId, t.roundId, t.version] }),
    foreignKey({
      name: 'bulletin_of_a_round',
      columns: [t.countyId, t.roundId],
      foreignColumns: [roundTable.countyId, roundTable.id],
    }),
    // An official number is one paper's, whoever signs at the same moment.
    uniqueIndex('bulletin_number_once').on(t.countyId, sql`(body ->> 'number')`),
    check('bulletin_correction_says_why', sql`${t.version} = 1 or ${t.correction} is not null`),
  ],
)
