import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { Channel, NeedState, RequesterKind, Urgency } from '@dj/shared/collect/need/need.schema.ts'
import { civilDate, county, id, instant, oneOf } from '../platform/columns.ts'
import { organizationTable } from '../county/organization.table.ts'
import { personTable } from '../county/person.table.ts'
import { importBatchTable } from './import-batch.table.ts'

/** One voice. Never deleted, never lost in a merge. Of its receipt code only the SHA-256 is kept. */
export const needTable = pgTable(
  'need',
  {
    countyId: county(),
    id: id(),
    version: integer('version').notNull().default(1),
    state: text('state').$type<NeedState>().notNull(),
    channel: text('channel').$type<Channel>().notNull(),
    roundLabel: text('round_label'),
    requesterKind: text('requester_kind').$type<RequesterKind>().notNull(),
    requesterName: text('requester_name').notNull(),
    requesterPersonId: uuid('requester_person_id'),
    organizationId: uuid('organization_id'),
    townId: uuid('town_id'),
    category: text('category').notNull(),
    body: text('body').notNull(),
    urgency: text('urgency').$type<Urgency>().notNull(),
    collectedOn: civilDate('collected_on'),
    collectedPrecision: text('collected_precision', { enum: ['day', 'month'] }),
    remark: text('remark'),
    sourceUrl: text('source_url'),
    receiptHash: text('receipt_hash').notNull(),
    // The requester lets those who do the work call them.
    contactConsent: boolean('contact_consent').notNull().default(false),
    // The words as the owner put them for those who do the work; null: personal data taken out by rule.
    releasedWords: text('released_words'),
    // First receiver responsible (首问负责): whoever took it in holds it until another accepts it. [001]
    enteredBy: uuid('entered_by'),
    holderId: uuid('holder_id'),
    // Asked to take it over, and why; the holder stays responsible until they accept.
    handoverTo: uuid('handover_to'),
    handoverReason: text('handover_reason'),
    importBatchId: uuid('import_batch_id'),
    importFingerprint: text('import_fingerprint'),
    mergedIntoId: uuid('merged_into_id'),
    answer: text('answer'),
    declineReason: text('decline_reason'),
    reopened: boolean('reopened').notNull().default(false),
    search: text('search').array().notNull(),
    receivedAt: instant('received_at').notNull(),
    // Null while it waits for the working-day calendar; then these two say what sets it.
    respondBy: instant('respond_by'),
    respondFrom: instant('respond_from'),
    respondDays: integer('respond_days'),
    respondedAt: instant('responded_at'),
  },
  (t) => [
    primaryKey({ name: 'need_pkey', columns: [t.countyId, t.id] }),
    unique('need_receipt_once').on(t.countyId, t.receiptHash),
    // The same row of a workbook, uploaded twice or in an edited file, is one need.
    uniqueIndex('need_import_once').on(t.countyId, t.importFingerprint),
    check('need_respond_term_is_whole', sql`num_nonnulls(${t.respondFrom}, ${t.respondDays}) <> 1`),
    check('need_respond_by_or_its_term', sql`num_nonnulls(${t.respondBy}, ${t.respondDays}) > 0`),
    foreignKey({
      name: 'need_requested_by_a_person',
      columns: [t.countyId, t.requesterPersonId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    foreignKey({
      name: 'need_entered_by_a_person',
      columns: [t.countyId, t.enteredBy],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    foreignKey({
      name: 'need_held_by_a_person',
      columns: [t.countyId, t.holderId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    foreignKey({
      name: 'need_handed_to_a_person',
      columns: [t.countyId, t.handoverTo],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    check('need_handed_over_with_reason', sql`num_nonnulls(${t.handoverTo}, ${t.handoverReason}) <> 1`),
    foreignKey({
      name: 'need_of_an_organization',
      columns: [t.countyId, t.organizationId],
      foreignColumns: [organizationTable.countyId, organizationTable.id],
    }),
    foreignKey({
      name: 'need_in_a_town',
      columns: [t.countyId, t.townId],
      foreignColumns: [organizationTable.countyId, organizationTable.id],
    }),
    foreignKey({
      name: 'need_from_an_import',
      columns: [t.countyId, t.importBatchId],
      foreignColumns: [importBatchTable.countyId, importBatchTable.id],
    }),
    foreignKey({
      name: 'need_merged_into_a_need',
      columns: [t.countyId, t.mergedIntoId],
      foreignColumns: [t.countyId, t.id],
    }),
    check('need_answered_with_words', sql`${t.state} <> 'answered' or ${t.answer} is not null`),
    check('need_declined_with_reason', sql`${t.state} <> 'declined' or ${t.declineReason} is not null`),
    check('need_not_merged_into_itself', sql`${t.mergedIntoId} <> ${t.id}`),
    oneOf('need_state_known', t.state, NeedState.options),
    oneOf('need_channel_known', t.channel, Channel.options),
    oneOf('need_requester_kind_known', t.requesterKind, RequesterKind.options),
    oneOf('need_urgency_known', t.urgency, Urgency.options),
    index('need_list').on(t.countyId, t.state, t.receivedAt.desc(), t.id.desc()),
    index('need_newest').on(t.countyId, t.receivedAt.desc(), t.id.desc()),
    index('need_by_town').on(t.countyId, t.townId, t.receivedAt.desc(), t.id.desc()),
    index('need_by_organization').on(t.countyId, t.organizationId),
    index('need_by_requester').on(t.countyId, t.requesterPersonId),
    index('need_voices')
      .on(t.countyId, t.mergedIntoId)
      .where(sql`${t.mergedIntoId} is not null`),
    index('need_waits_for_calendar')
      .on(t.countyId, t.respondFrom)
      .where(sql`${t.respondBy} is null`),
    index('need_search').using('gin', t.search),
  ],
)

/** Personal data: the contact apart from the body, behind row security for reading too. */
export const needContactTable = pgTable(
  'need_contact',
  {
    countyId: county(),
    needId: uuid('need_id').notNull(),
    name: text('name'),
    phone: text('phone'),
    // As typed in a workbook, where the number says less than that (短号, 微信, a second number).
    phoneWords: text('phone_words'),
  },
  (t) => [
    primaryKey({ name: 'need_contact_pkey', columns: [t.countyId, t.needId] }),
    foreignKey({
      name: 'need_contact_of_a_need',
      columns: [t.countyId, t.needId],
      foreignColumns: [needTable.countyId, needTable.id],
    }),
  ],
)
