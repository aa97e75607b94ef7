import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { ReopeningAsked, ReopeningState } from '@dj/shared/follow/reopening/reopening.schema.ts'
import { feedbackRecordTable } from '../build/feedback-record.table.ts'
import { orderTable } from '../build/order.table.ts'
import { county, id, instant, oneOf } from '../platform/columns.ts'
import { findingTable } from './finding.table.ts'

/** A finding against a completed order asks a second person to open it again. The record of the completion stays as it was written. */
export const reopeningTable = pgTable(
  'reopening',
  {
    countyId: county(),
    id: id(),
    version: integer('version').notNull().default(1),
    orderId: uuid('order_id').notNull(),
    // Whose completion is in question.
    cycle: integer('cycle').notNull(),
    state: text('state').$type<ReopeningState>().notNull(),
    asked: text('asked').$type<ReopeningAsked>().notNull(),
    findingId: uuid('finding_id').notNull(),
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
    // What a notice would ask to be put right.
    items: jsonb('items').$type<string[]>().notNull(),
    reason: text('reason').notNull(),
    // Null: asked by the rule itself.
    proposedBy: uuid('proposed_by'),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    decisionReason: text('decision_reason'),
  },
  (t) => [
    primaryKey({ name: 'reopening_pkey', columns: [t.countyId, t.id] }),
    uniqueIndex('reopening_one_live')
      .on(t.countyId, t.orderId)
      .where(sql`${t.state} = 'proposed'`),
    index('reopening_of_order').on(t.countyId, t.orderId, t.cycle),
    foreignKey({
      name: 'reopening_of_an_order',
      columns: [t.countyId, t.orderId],
      foreignColumns: [orderTable.countyId, orderTable.id],
    }),
    foreignKey({
      name: 'reopening_of_a_completed_cycle',
      columns: [t.countyId, t.orderId, t.cycle],
      foreignColumns: [feedbackRecordTable.countyId, feedbackRecordTable.orderId, feedbackRecordTable.cycle],
    }),
    foreignKey({
      name: 'reopening_from_a_finding',
      columns: [t.countyId, t.findingId],
      foreignColumns: [findingTable.countyId, findingTable.id],
    }),
    check('reopening_decided_by_a_second_person', sql`${t.decidedBy} <> ${t.proposedBy}`),
    check(
      'reopening_decided_is_whole',
      sql`${t.state} in ('proposed', 'withdrawn') or (${t.decidedBy} is not null and ${t.decidedAt} is not null)`,
    ),
    oneOf('reopening_state_known', t.state, ReopeningState.options),
    oneOf('reopening_asked_known', t.asked, ReopeningAsked.options),
  ],
)
