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
  uuid,
} from 'drizzle-orm/pg-core'
import { ClaimMode, OrderState } from '@dj/shared/build/order/order.schema.ts'
import { Tier } from '@dj/shared/county/organization/tier.ts'
import { civilDate, county, id, instant, oneOf } from '../platform/columns.ts'
import { feedbackRecordTable } from './feedback-record.table.ts'
import { organizationTable } from '../county/organization.table.ts'
import { personTable } from '../county/person.table.ts'

export const orderTable = pgTable(
  'demand_order',
  {
    countyId: county(),
    id: id(),
    version: integer('version').notNull().default(1),
    number: text('number'),
    tier: text('tier').$type<Tier>().notNull(),
    tierReason: text('tier_reason').notNull(),
    ownerOrganizationId: uuid('owner_organization_id').notNull(),
    townId: uuid('town_id'),
    state: text('state').$type<OrderState>().notNull(),
    cycle: integer('cycle').notNull().default(1),
    title: text('title').notNull(),
    ask: text('ask').notNull(),
    acceptance: text('acceptance').notNull(),
    beneficiaries: text('beneficiaries').notNull(),
    category: text('category').notNull(),
    mode: text('mode').$type<ClaimMode>().notNull(),
    confirmRequired: boolean('confirm_required').notNull(),
    skills: text('skills').array().notNull(),
    location: text('location'),
    claimBy: civilDate('claim_by'),
    dueOn: civilDate('due_on'),
    standing: boolean('standing').notNull(),
    standingUntil: civilDate('standing_until'),
    authorId: uuid('author_id').notNull(),
    publisherId: uuid('publisher_id'),
    publishedAt: instant('published_at'),
    // Creation until publication, publication after: what lists are ordered by.
    listedAt: instant('listed_at').notNull(),
    stateSince: instant('state_since').notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
    closedCycle: integer('closed_cycle'),
    // The retired order whose need this one takes up again.
    reentryOfId: uuid('reentry_of_id'),
    search: text('search').array().notNull(),
  },
  (t) => [
    primaryKey({ name: 'demand_order_pkey', columns: [t.countyId, t.id] }),
    unique('demand_order_number_once').on(t.countyId, t.number),
    foreignKey({
      name: 'demand_order_owned_by_an_organization',
      columns: [t.countyId, t.ownerOrganizationId],
      foreignColumns: [organizationTable.countyId, organizationTable.id],
    }),
    foreignKey({
      name: 'demand_order_in_a_town',
      columns: [t.countyId, t.townId],
      foreignColumns: [organizationTable.countyId, organizationTable.id],
    }),
    foreignKey({
      name: 'demand_order_written_by_a_person',
      columns: [t.countyId, t.authorId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    foreignKey({
      name: 'demand_order_published_by_a_person',
      columns: [t.countyId, t.publisherId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    // An order cannot close without a feedback record.
    foreignKey({
      name: 'demand_order_closes_with_a_record',
      columns: [t.countyId, t.id, t.closedCycle],
      foreignColumns: [feedbackRecordTable.countyId, feedbackRecordTable.orderId, feedbackRecordTable.cycle],
    }),
    check('demand_order_closed_has_a_record', sql`${t.state} <> 'closed' or ${t.closedCycle} is not null`),
    check('demand_order_second_person_publishes', sql`${t.tier} = 'C' or ${t.publisherId} <> ${t.authorId}`),
    check(
      'demand_order_published_is_complete',
      sql`${t.state} in ('draft', 'discarded') or (${t.number} is not null and ${t.publisherId} is not null and ${t.publishedAt} is not null)`,
    ),
    check('demand_order_due_after_claim_by', sql`${t.dueOn} >= ${t.claimBy}`),
    oneOf('demand_order_state_known', t.state, OrderState.options),
    oneOf('demand_order_tier_known', t.tier, Tier.options),
    oneOf('demand_order_mode_known', t.mode, ClaimMode.options),
    index('demand_order_list').on(t.countyId, t.state, t.listedAt.desc(), t.id.desc()),
    index('demand_order_by_tier').on(t.countyId, t.tier, t.state, t.listedAt.desc(), t.id.desc()),
    index('demand_order_by_town').on(t.countyId, t.townId, t.state, t.listedAt.desc(), t.id.desc()),
    index('demand_order_by_owner').on(t.countyId, t.ownerOrganizationId, t.state),
    index('demand_order_by_reentry')
      .on(t.countyId, t.reentryOfId)
      .where(sql`${t.reentryOfId} is not null`),
    index('demand_order_search').using('gin', t.search),
  ],
)

/** A place is a row: capacity cannot be exceeded, and cannot be lowered under a claim. */
export const orderPlaceTable = pgTable(
  'order_place',
  { countyId: county(), orderId: uuid('order_id').notNull(), place: integer('place').notNull() },
  (t) => [
    primaryKey({ name: 'order_place_pkey', columns: [t.countyId, t.orderId, t.place] }),
    foreignKey({
      name: 'order_place_of_an_order',
      columns: [t.countyId, t.orderId],
      foreignColumns: [orderTable.countyId, orderTable.id],
    }),
    check('order_place_counts', sql`${t.place} between 1 and 50`),
  ],
)

/**
 * One person has one part in one order: doer (claims or takes part), rater or inspector. Claims, participants, ratings and
 * inspections point here with their part, so rating one's own work cannot be stored.
 */
export const orderPartTable = pgTable(
  'order_part',
  {
    countyId: county(),
    orderId: uuid('order_id').notNull(),
    personId: uuid('person_id').notNull(),
    part: text('part', { enum: ['doer', 'rater', 'inspector'] }).notNull(),
  },
  (t) => [
    primaryKey({ name: 'order_part_pkey', columns: [t.countyId, t.orderId, t.personId] }),
    unique('order_part_is_one').on(t.countyId, t.orderId, t.personId, t.part),
    foreignKey({
      name: 'order_part_in_an_order',
      columns: [t.countyId, t.orderId],
      foreignColumns: [orderTable.countyId, orderTable.id],
    }),
    foreignKey({
      name: 'order_part_of_a_person',
      columns: [t.countyId, t.personId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    oneOf('order_part_known', t.part, ['doer', 'rater', 'inspector']),
    index('order_part_by_person').on(t.countyId, t.personId),
  ],
)

/** The last number given in a library and year. */
export const orderNumberTable = pgTable(
  'order_number',
  {
    countyId: county(),
    tier: text('tier').$type<Tier | 'ZG'>().notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (t) => [primaryKey({ name: 'order_number_pkey', columns: [t.countyId, t.tier, t.year] })],
)
