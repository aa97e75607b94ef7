import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { RetirementEvidence, RetirementState } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { county, id, instant, oneOf } from '../platform/columns.ts'
import { needTable } from '../collect/need.table.ts'
import { orderTable } from '../build/order.table.ts'
import { personTable } from '../county/person.table.ts'

export const retirementTable = pgTable(
  'retirement',
  {
    countyId: county(),
    id: id(),
    version: integer('version').notNull().default(1),
    orderId: uuid('order_id').notNull(),
    state: text('state').$type<RetirementState>().notNull(),
    evidence: text('evidence').$type<RetirementEvidence>().notNull(),
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
    reason: text('reason').notNull(),
    orderStateBefore: text('order_state_before').notNull(),
    // Null: proposed by the rule itself.
    proposedBy: uuid('proposed_by'),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    decisionReason: text('decision_reason'),
    noticeUntil: instant('notice_until'),
    noticeFrom: instant('notice_from'),
    noticeDays: integer('notice_days'),
    finalBy: uuid('final_by'),
    finalAt: instant('final_at'),
    undoUntil: instant('undo_until'),
  },
  (t) => [
    primaryKey({ name: 'retirement_pkey', columns: [t.countyId, t.id] }),
    uniqueIndex('retirement_one_live')
      .on(t.countyId, t.orderId)
      .where(sql`${t.state} in ('proposed', 'on_notice')`),
    foreignKey({
      name: 'retirement_of_an_order',
      columns: [t.countyId, t.orderId],
      foreignColumns: [orderTable.countyId, orderTable.id],
    }),
    check('retirement_decided_by_a_second_person', sql`${t.decidedBy} <> ${t.proposedBy}`),
    check(
      'retirement_final_after_its_notice',
      sql`${t.finalAt} is null or (${t.noticeUntil} is not null and ${t.finalAt} >= ${t.noticeUntil})`,
    ),
    check('retirement_notice_term_is_whole', sql`num_nonnulls(${t.noticeFrom}, ${t.noticeDays}) <> 1`),
    oneOf('retirement_state_known', t.state, RetirementState.options),
    oneOf('retirement_evidence_known', t.evidence, RetirementEvidence.options),
  ],
)

export const objectionTable = pgTable(
  'objection',
  {
    countyId: county(),
    id: id(),
    retirementId: uuid('retirement_id').notNull(),
    personId: uuid('person_id'),
    needId: uuid('need_id'),
    words: text('words').notNull(),
    at: instant('at').notNull(),
    answer: text('answer'),
    answeredBy: uuid('answered_by'),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    primaryKey({ name: 'objection_pkey', columns: [t.countyId, t.id] }),
    foreignKey({
      name: 'objection_to_a_retirement',
      columns: [t.countyId, t.retirementId],
      foreignColumns: [retirementTable.countyId, retirementTable.id],
    }),
    foreignKey({
      name: 'objection_by_a_person',
      columns: [t.countyId, t.personId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    foreignKey({
      name: 'objection_by_a_need',
      columns: [t.countyId, t.needId],
      foreignColumns: [needTable.countyId, needTable.id],
    }),
    check('objection_by_person_or_need', sql`num_nonnulls(${t.personId}, ${t.needId}) = 1`),
    check('objection_not_answered_by_its_author', sql`${t.answeredBy} <> ${t.personId}`),
  ],
)
