import { sql } from 'drizzle-orm'
import {
  boolean,
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
import { Effect, Verdict } from '@dj/shared/finding/finding.schema.ts'
import { RectificationState } from '@dj/shared/rectification/rectification.schema.ts'
import { RetirementEvidence, RetirementState } from '@dj/shared/retirement/retirement.schema.ts'
import { county, id, instant, oneOf } from './columns.ts'
import { needTable } from './need.table.ts'
import { orderPartTable, orderTable } from './order.table.ts'
import { personTable } from './person.table.ts'
import { targetTable } from './round.table.ts'

/** One inspector's finding on one order in one round; a draft until it is final. */
export const findingTable = pgTable(
  'finding',
  {
    countyId: county(),
    id: id(),
    version: integer('version').notNull().default(1),
    roundId: uuid('round_id').notNull(),
    orderId: uuid('order_id').notNull(),
    inspectorId: uuid('inspector_id').notNull(),
    state: text('state').$type<'draft' | 'final'>().notNull(),
    checklistVersion: integer('checklist_version').notNull(),
    answers: jsonb('answers').$type<Record<string, boolean | number | string>>().notNull(),
    effect: text('effect').$type<Effect>(),
    verdict: text('verdict').$type<Verdict>(),
    words: text('words').notNull(),
    callBack: jsonb('call_back').$type<{ called: boolean; satisfied: boolean | null; words: string | null }>(),
    writtenAt: instant('written_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    // Of a final finding: by the instant it arrived. Late: after its round was closed, so it counts in the next quarter.
    quarter: text('quarter'),
    late: boolean('late').notNull().default(false),
    upheld: text('upheld').$type<'standing' | 'appealed' | 'changed'>().notNull().default('standing'),
    part: text('part')
      .notNull()
      .generatedAlwaysAs(sql`'inspector'`),
  },
  (t) => [
    primaryKey({ name: 'finding_pkey', columns: [t.countyId, t.id] }),
    foreignKey({
      name: 'finding_on_a_target',
      columns: [t.countyId, t.roundId, t.orderId],
      foreignColumns: [targetTable.countyId, targetTable.roundId, targetTable.orderId],
    }),
    foreignKey({
      name: 'finding_by_an_inspector',
      columns: [t.countyId, t.orderId, t.inspectorId, t.part],
      foreignColumns: [orderPartTable.countyId, orderPartTable.orderId, orderPartTable.personId, orderPartTable.part],
    }),
    uniqueIndex('finding_one_per_inspector').on(t.countyId, t.roundId, t.orderId, t.inspectorId),
    check(
      'finding_final_is_whole',
      sql`${t.state} = 'draft' or (${t.effect} is not null and ${t.verdict} is not null and ${t.quarter} is not null)`,
    ),
    oneOf('finding_state_known', t.state, ['draft', 'final']),
    oneOf('finding_effect_known', t.effect, Effect.options),
    oneOf('finding_verdict_known', t.verdict, Verdict.options),
    oneOf('finding_upheld_known', t.upheld, ['standing', 'appealed', 'changed']),
    index('finding_of_order').on(t.countyId, t.orderId, t.quarter),
  ],
)

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
    deadlineAt: instant('deadline_at').notNull(),
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
      foreignColumns: [findingTable.countyId, findingTable.id],
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
    check('retirement_final_after_its_notice', sql`${t.finalAt} is null or ${t.finalAt} >= ${t.noticeUntil}`),
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
    decideBy: instant('decide_by').notNull(),
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
    oneOf('appeal_state_known', t.state, ['filed', 'changed', 'kept']),
    oneOf('appeal_subject_known', t.subject, ['rating', 'finding']),
  ],
)
