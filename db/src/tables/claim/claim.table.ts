import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { ClaimantKind, ClaimState } from '@dj/shared/build/order/claim-state.ts'
import { county, id, instant, oneOf } from '../platform/columns.ts'
import { orderPartTable, orderPlaceTable, orderTable } from '../build/order.table.ts'
import { organizationTable } from '../county/organization.table.ts'
import { personTable } from '../county/person.table.ts'

/** One claimant's undertaking of one place of an order. */
export const claimTable = pgTable(
  'claim',
  {
    countyId: county(),
    id: id(),
    version: integer('version').notNull().default(1),
    orderId: uuid('order_id').notNull(),
    cycle: integer('cycle').notNull(),
    place: integer('place').notNull(),
    claimantKind: text('claimant_kind').$type<ClaimantKind>().notNull(),
    // A member claims in person; for an organization this is the lead who claimed.
    personId: uuid('person_id').notNull(),
    organizationId: uuid('organization_id'),
    state: text('state').$type<ClaimState>().notNull(),
    note: text('note'),
    startedAt: instant('started_at').notNull(),
    dueAt: instant('due_at').notNull(),
    // Where its own term would run on, had the order's due day not cut it short.
    termUntil: instant('term_until'),
    // When its claimant was told that it is overdue and will be given back.
    warnedAt: instant('warned_at'),
    respondBy: instant('respond_by'),
    respondFrom: instant('respond_from'),
    respondDays: integer('respond_days'),
    extended: boolean('extended').notNull().default(false),
    share: integer('share'),
    lastReportAt: instant('last_report_at'),
    notSolvedOnce: boolean('not_solved_once').notNull().default(false),
    endedAt: instant('ended_at'),
    endReason: text('end_reason'),
    part: text('part')
      .notNull()
      .generatedAlwaysAs(sql`'doer'`),
  },
  (t) => [
    primaryKey({ name: 'claim_pkey', columns: [t.countyId, t.id] }),
    unique('claim_of_its_order').on(t.countyId, t.id, t.orderId),
    foreignKey({
      name: 'claim_of_an_order',
      columns: [t.countyId, t.orderId],
      foreignColumns: [orderTable.countyId, orderTable.id],
    }),
    // A place is a row: capacity cannot be exceeded, and cannot be lowered under a claim.
    foreignKey({
      name: 'claim_takes_a_place',
      columns: [t.countyId, t.orderId, t.place],
      foreignColumns: [orderPlaceTable.countyId, orderPlaceTable.orderId, orderPlaceTable.place],
    }),
    foreignKey({
      name: 'claim_makes_a_doer',
      columns: [t.countyId, t.orderId, t.personId, t.part],
      foreignColumns: [orderPartTable.countyId, orderPartTable.orderId, orderPartTable.personId, orderPartTable.part],
    }),
    foreignKey({
      name: 'claim_by_a_person',
      columns: [t.countyId, t.personId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    foreignKey({
      name: 'claim_for_an_organization',
      columns: [t.countyId, t.organizationId],
      foreignColumns: [organizationTable.countyId, organizationTable.id],
    }),
    // Two people can press "claim" in the same instant; this is what stops the second.
    uniqueIndex('claim_one_live_per_place')
      .on(t.countyId, t.orderId, t.cycle, t.place)
      .where(sql`${t.state} in ('requested', 'active', 'delivered', 'completed')`),
    uniqueIndex('claim_one_live_per_member')
      .on(t.countyId, t.orderId, t.personId)
      .where(sql`${t.claimantKind} = 'member' and ${t.state} in ('requested', 'active', 'delivered')`),
    uniqueIndex('claim_one_live_per_organization')
      .on(t.countyId, t.orderId, t.organizationId)
      .where(sql`${t.state} in ('requested', 'active', 'delivered')`),
    check('claim_by_member_or_organization', sql`(${t.claimantKind} = 'member') = (${t.organizationId} is null)`),
    check('claim_ends_after_it_starts', sql`${t.endedAt} >= ${t.startedAt}`),
    check('claim_term_was_cut_short', sql`${t.termUntil} > ${t.dueAt}`),
    check('claim_ended_when_over', sql`(${t.state} in ('requested', 'active', 'delivered')) = (${t.endedAt} is null)`),
    check('claim_respond_term_is_whole', sql`num_nonnulls(${t.respondFrom}, ${t.respondDays}) <> 1`),
    check('claim_share_is_a_percentage', sql`${t.share} between 0 and 100`),
    oneOf('claim_state_known', t.state, ClaimState.options),
    oneOf('claim_claimant_kind_known', t.claimantKind, ClaimantKind.options),
    index('claim_by_order').on(t.countyId, t.orderId, t.cycle),
    index('claim_by_person').on(t.countyId, t.personId, t.state),
    index('claim_by_organization').on(t.countyId, t.organizationId, t.state),
    index('claim_clock').on(t.countyId, t.state, t.dueAt),
  ],
)

/** A person listed in a collective claim, who confirms for themselves. */
export const participantTable = pgTable(
  'participant',
  {
    countyId: county(),
    claimId: uuid('claim_id').notNull(),
    orderId: uuid('order_id').notNull(),
    personId: uuid('person_id').notNull(),
    state: text('state', { enum: ['listed', 'confirmed', 'declined', 'dropped'] }).notNull(),
    since: instant('since').notNull(),
    part: text('part').generatedAlwaysAs(sql`case when state = 'confirmed' then 'doer' end`),
  },
  (t) => [
    primaryKey({ name: 'participant_pkey', columns: [t.countyId, t.claimId, t.personId] }),
    foreignKey({
      name: 'participant_in_a_claim',
      columns: [t.countyId, t.claimId, t.orderId],
      foreignColumns: [claimTable.countyId, claimTable.id, claimTable.orderId],
    }),
    foreignKey({
      name: 'participant_is_a_person',
      columns: [t.countyId, t.personId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    foreignKey({
      name: 'participant_becomes_a_doer',
      columns: [t.countyId, t.orderId, t.personId, t.part],
      foreignColumns: [orderPartTable.countyId, orderPartTable.orderId, orderPartTable.personId, orderPartTable.part],
    }),
    oneOf('participant_state_known', t.state, ['listed', 'confirmed', 'declined', 'dropped']),
    index('participant_by_person').on(t.countyId, t.personId, t.state),
  ],
)

/** A dated report: share done, words, hours. */
export const progressTable = pgTable(
  'progress',
  {
    countyId: county(),
    id: id(),
    claimId: uuid('claim_id').notNull(),
    share: integer('share').notNull(),
    words: text('words').notNull(),
    hours: numeric('hours', { precision: 6, scale: 1 }),
    reportedBy: uuid('reported_by').notNull(),
    reportedAt: instant('reported_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'progress_pkey', columns: [t.countyId, t.id] }),
    foreignKey({
      name: 'progress_of_a_claim',
      columns: [t.countyId, t.claimId],
      foreignColumns: [claimTable.countyId, claimTable.id],
    }),
    foreignKey({
      name: 'progress_by_a_person',
      columns: [t.countyId, t.reportedBy],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    check('progress_share_is_a_percentage', sql`${t.share} between 0 and 100`),
    index('progress_by_claim').on(t.countyId, t.claimId, t.reportedAt),
  ],
)

/** The claimant says done; the requester answers. The handler is frozen at delivery time. */
export const deliveryTable = pgTable(
  'delivery',
  {
    countyId: county(),
    id: id(),
    claimId: uuid('claim_id').notNull(),
    orderId: uuid('order_id').notNull(),
    words: text('words').notNull(),
    hours: numeric('hours', { precision: 6, scale: 1 }),
    deliveredBy: uuid('delivered_by').notNull(),
    deliveredAt: instant('delivered_at').notNull(),
    answer: text('answer', { enum: ['solved', 'partly', 'not', 'unanswered'] }),
    answerWords: text('answer_words'),
    answerVia: text('answer_via', { enum: ['signed_in', 'receipt', 'telephone', 'silence'] }),
    answeredBy: uuid('answered_by'),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    primaryKey({ name: 'delivery_pkey', columns: [t.countyId, t.id] }),
    foreignKey({
      name: 'delivery_of_a_claim',
      columns: [t.countyId, t.claimId, t.orderId],
      foreignColumns: [claimTable.countyId, claimTable.id, claimTable.orderId],
    }),
    foreignKey({
      name: 'delivery_by_a_person',
      columns: [t.countyId, t.deliveredBy],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    uniqueIndex('delivery_one_unanswered')
      .on(t.countyId, t.claimId)
      .where(sql`${t.answer} is null`),
    check('delivery_not_answered_by_its_doer', sql`${t.answeredBy} <> ${t.deliveredBy}`),
    check('delivery_answer_is_whole', sql`num_nonnulls(${t.answer}, ${t.answerVia}, ${t.answeredAt}) in (0, 3)`),
    oneOf('delivery_answer_known', t.answer, ['solved', 'partly', 'not', 'unanswered']),
    oneOf('delivery_answer_via_known', t.answerVia, ['signed_in', 'receipt', 'telephone', 'silence']),
    index('delivery_by_order').on(t.countyId, t.orderId, t.deliveredAt),
  ],
)
