import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { county, id, instant, oneOf } from '../platform/columns.ts'
import { orderTable } from '../build/order.table.ts'

/** Against a rating or a finding; decided by a third body, both values kept. */
export const appealTable = pgTable(
  'appeal',
  {
    countyId: county(),
    id: id(),
    version: integer('version').notNull().default(1),
    subject: text('subject').$type<'rating' | 'finding'>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    orderId: uuid('order_id').notNull(),
    reason: text('reason').notNull(),
    filedBy: uuid('filed_by').notNull(),
    filedAt: instant('filed_at').notNull(),
    decideBy: instant('decide_by'),
    decideFrom: instant('decide_from'),
    decideDays: integer('decide_days'),
    against: uuid('against'),
    state: text('state').$type<'filed' | 'changed' | 'kept'>().notNull(),
    before: jsonb('before').$type<Record<string, unknown>>().notNull(),
    after: jsonb('after').$type<Record<string, unknown>>(),
    decisionReason: text('decision_reason'),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    primaryKey({ name: 'appeal_pkey', columns: [t.countyId, t.id] }),
    uniqueIndex('appeal_once').on(t.countyId, t.subject, t.subjectId),
    foreignKey({
      name: 'appeal_about_an_order',
      columns: [t.countyId, t.orderId],
      foreignColumns: [orderTable.countyId, orderTable.id],
    }),
    check('appeal_decided_by_a_third', sql`${t.decidedBy} <> ${t.filedBy} and ${t.decidedBy} <> ${t.against}`),
    check('appeal_decide_term_is_whole', sql`num_nonnulls(${t.decideFrom}, ${t.decideDays}) <> 1`),
    check('appeal_decide_by_or_its_term', sql`num_nonnulls(${t.decideBy}, ${t.decideDays}) > 0`),
    oneOf('appeal_state_known', t.state, ['filed', 'changed', 'kept']),
    oneOf('appeal_subject_known', t.subject, ['rating', 'finding']),
  ],
)
