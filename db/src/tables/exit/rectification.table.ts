import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { RectificationState } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { aboveById, county, id, instant, oneOf } from '../platform/columns.ts'
import { orderTable } from '../build/order.table.ts'
import { personTable } from '../county/person.table.ts'

const finding = aboveById('finding')

export const rectificationTable = pgTable(
  'rectification',
  {
    countyId: county(),
    id: id(),
    version: integer('version').notNull().default(1),
    number: text('number').notNull(),
    orderId: uuid('order_id').notNull(),
    state: text('state').$type<RectificationState>().notNull(),
    cause: text('cause').$type<'finding' | 'poor_rating'>().notNull(),
    findingId: uuid('finding_id'),
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
    // The state the order goes back to when it passes.
    orderStateBefore: text('order_state_before').notNull(),
    responsibleId: uuid('responsible_id'),
    issuedBy: uuid('issued_by'),
    issuedAt: instant('issued_at').notNull(),
    deadlineAt: instant('deadline_at'),
    deadlineFrom: instant('deadline_from'),
    deadlineDays: integer('deadline_days'),
    extended: boolean('extended').notNull().default(false),
    submittedBy: uuid('submitted_by'),
    submittedAt: instant('submitted_at'),
    foundBy: uuid('found_by'),
    reinspectorId: uuid('reinspector_id'),
    decidedAt: instant('decided_at'),
    decision: text('decision'),
  },
  (t) => [
    primaryKey({ name: 'rectification_pkey', columns: [t.countyId, t.id] }),
    uniqueIndex('rectification_number_once').on(t.countyId, t.number),
    uniqueIndex('rectification_one_live')
      .on(t.countyId, t.orderId)
      .where(sql`${t.state} in ('issued', 'submitted')`),
    foreignKey({
      name: 'rectification_of_an_order',
      columns: [t.countyId, t.orderId],
      foreignColumns: [orderTable.countyId, orderTable.id],
    }),
    foreignKey({
      name: 'rectification_from_a_finding',
      columns: [t.countyId, t.findingId],
      foreignColumns: [finding.countyId, finding.id],
    }),
    foreignKey({
      name: 'rectification_answered_by_a_person',
      columns: [t.countyId, t.responsibleId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    check(
      'rectification_reinspected_by_another',
      sql`${t.reinspectorId} <> ${t.foundBy} and ${t.reinspectorId} <> ${t.submittedBy}`,
    ),
    check('rectification_deadline_term_is_whole', sql`num_nonnulls(${t.deadlineFrom}, ${t.deadlineDays}) <> 1`),
    check('rectification_deadline_or_its_term', sql`num_nonnulls(${t.deadlineAt}, ${t.deadlineDays}) > 0`),
    oneOf('rectification_state_known', t.state, RectificationState.options),
    oneOf('rectification_cause_known', t.cause, ['finding', 'poor_rating']),
  ],
)

export const rectificationItemTable = pgTable(
  'rectification_item',
  {
    countyId: county(),
    rectificationId: uuid('rectification_id').notNull(),
    item: integer('item').notNull(),
    words: text('words').notNull(),
    done: text('done'),
    doneBy: uuid('done_by'),
    doneAt: instant('done_at'),
  },
  (t) => [
    primaryKey({ name: 'rectification_item_pkey', columns: [t.countyId, t.rectificationId, t.item] }),
    foreignKey({
      name: 'rectification_item_of_a_notice',
      columns: [t.countyId, t.rectificationId],
      foreignColumns: [rectificationTable.countyId, rectificationTable.id],
    }),
  ],
)
