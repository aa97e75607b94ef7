import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { FeedbackOutcome } from '@dj/shared/build/order/order.schema.ts'
import { county, instant, oneOf } from '../platform/columns.ts'

/** The closing record of one cycle. Its order is named without a foreign key: the order points here, and a circle cannot be distributed. */
export const feedbackRecordTable = pgTable(
  'feedback_record',
  {
    countyId: county(),
    orderId: uuid('order_id').notNull(),
    cycle: integer('cycle').notNull(),
    outcome: text('outcome').$type<FeedbackOutcome>().notNull(),
    summary: text('summary').notNull(),
    claims: integer('claims').notNull(),
    hours: text('hours').notNull(),
    closedBy: uuid('closed_by'),
    closedAt: instant('closed_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'feedback_record_pkey', columns: [t.countyId, t.orderId, t.cycle] }),
    oneOf('feedback_record_outcome_known', t.outcome, FeedbackOutcome.options),
  ],
)
