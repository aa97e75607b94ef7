import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { DealReason } from '@dj/shared/follow/round/round.schema.ts'
import { county, instant, oneOf } from '../platform/columns.ts'
import { roundTable } from './round.table.ts'

/** One deal of a round: among whom, and what was handed on by it. Written once; what was dealt are the assignments of its number. */
export const dealTable = pgTable(
  'deal',
  {
    countyId: county(),
    roundId: uuid('round_id').notNull(),
    nth: integer('nth').notNull(),
    at: instant('at').notNull(),
    reason: text('reason').$type<DealReason>().notNull(),
    inspectors: uuid('inspectors').array().notNull(),
    orderId: uuid('order_id'),
    endedSlot: integer('ended_slot'),
    endedInspectorId: uuid('ended_inspector_id'),
  },
  (t) => [
    primaryKey({ name: 'deal_pkey', columns: [t.countyId, t.roundId, t.nth] }),
    foreignKey({
      name: 'deal_of_a_round',
      columns: [t.countyId, t.roundId],
      foreignColumns: [roundTable.countyId, roundTable.id],
    }),
    oneOf('deal_reason_known', t.reason, DealReason.options),
    check('deal_ends_a_whole_slot', sql`num_nonnulls(${t.orderId}, ${t.endedSlot}, ${t.endedInspectorId}) in (0, 3)`),
  ],
)

/** Whom an interest kept from which order when it was dealt. */
export const dealExclusionTable = pgTable(
  'deal_exclusion',
  {
    countyId: county(),
    roundId: uuid('round_id').notNull(),
    nth: integer('nth').notNull(),
    orderId: uuid('order_id').notNull(),
    inspectorId: uuid('inspector_id').notNull(),
  },
  (t) => [
    primaryKey({ name: 'deal_exclusion_pkey', columns: [t.countyId, t.roundId, t.nth, t.orderId, t.inspectorId] }),
    foreignKey({
      name: 'deal_exclusion_of_a_deal',
      columns: [t.countyId, t.roundId, t.nth],
      foreignColumns: [dealTable.countyId, dealTable.roundId, dealTable.nth],
    }),
  ],
)
