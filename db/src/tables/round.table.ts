import { sql } from 'drizzle-orm'
import {
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { Tier } from '@dj/shared/organization/tier.ts'
import { Basis, RoundState, TargetState } from '@dj/shared/round/round.schema.ts'
import { civilDate, county, id, instant, oneOf } from './columns.ts'
import { countyTable } from './county.table.ts'
import { orderPartTable, orderTable } from './order.table.ts'
import { personTable } from './person.table.ts'

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

/** One inspection cycle of one county and quarter. An aborted one stays visible beside its successor. */
export const roundTable = pgTable(
  'round',
  {
    countyId: county().references(() => countyTable.countyId),
    id: id(),
    version: integer('version').notNull().default(1),
    quarter: text('quarter').notNull(),
    state: text('state').$type<RoundState>().notNull(),
    leadBodies: text('lead_bodies').array().notNull(),
    dueOn: civilDate('due_on').notNull(),
    settingsVersion: integer('settings_version').notNull(),
    rate: numeric('rate', { precision: 4, scale: 3 }).notNull(),
    minimum: integer('minimum').notNull(),
    openedBy: uuid('opened_by'),
    openedAt: instant('opened_at').notNull(),
    publicValueSource: text('public_value_source').notNull(),
    publicValueOn: civilDate('public_value_on').notNull(),
    publicValue: text('public_value'),
    publicValueBy: uuid('public_value_by'),
    publicValueAt: instant('public_value_at'),
    frozenBy: uuid('frozen_by'),
    frozenAt: instant('frozen_at'),
    frameHash: text('frame_hash'),
    frameCount: integer('frame_count'),
    drawnBy: uuid('drawn_by'),
    drawnAt: instant('drawn_at'),
    closingBy: uuid('closing_by'),
    closingAt: instant('closing_at'),
    closedBy: uuid('closed_by'),
    closedAt: instant('closed_at'),
    abortReason: text('abort_reason'),
    abortedAt: instant('aborted_at'),
  },
  (t) => [
    primaryKey({ name: 'round_pkey', columns: [t.countyId, t.id] }),
    uniqueIndex('round_one_per_quarter')
      .on(t.countyId, t.quarter)
      .where(sql`${t.state} <> 'aborted'`),
    oneOf('round_state_known', t.state, RoundState.options),
    check('round_quarter_known', sql`${t.quarter} ~ '^[0-9]{4}Q[1-4]$'`),
    check('round_closed_by_two', sql`${t.closedBy} <> ${t.closingBy}`),
    check('round_drawer_does_not_type_the_value', sql`${t.drawnBy} <> ${t.publicValueBy}`),
    check(
      'round_frozen_has_a_hash',
      sql`num_nonnulls(${t.frozenAt}, ${t.frozenBy}, ${t.frameHash}, ${t.frameCount}) in (0, 4)`,
    ),
    check(
      'round_drawn_after_the_value',
      sql`${t.drawnAt} is null or (${t.publicValueAt} is not null and ${t.drawnAt} >= ${t.publicValueAt})`,
    ),
  ],
)

/** Two people commit to a seed before the frame is frozen; a revealed seed must match, a withheld one falls back in the open. */
export const roundSeedTable = pgTable(
  'round_seed',
  {
    countyId: county(),
    roundId: uuid('round_id').notNull(),
    position: integer('position').notNull(),
    holderId: uuid('holder_id').notNull(),
    commitment: text('commitment'),
    committedAt: instant('committed_at'),
    seed: text('seed'),
    revealedBy: uuid('revealed_by'),
    revealedAt: instant('revealed_at'),
    fallbackReason: text('fallback_reason'),
  },
  (t) => [
    primaryKey({ name: 'round_seed_pkey', columns: [t.countyId, t.roundId, t.position] }),
    foreignKey({
      name: 'round_seed_of_a_round',
      columns: [t.countyId, t.roundId],
      foreignColumns: [roundTable.countyId, roundTable.id],
    }),
    foreignKey({
      name: 'round_seed_held_by_a_person',
      columns: [t.countyId, t.holderId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    uniqueIndex('round_seed_two_holders').on(t.countyId, t.roundId, t.holderId),
    check('round_seed_position_known', sql`${t.position} in (1, 2)`),
    check(
      'round_seed_matches_its_commitment',
      sql`${t.seed} is null or encode(sha256(convert_to(${t.seed}, 'UTF8')), 'hex') = ${t.commitment}
        or (${t.fallbackReason} is not null and ${t.seed} = encode(sha256(convert_to('withheld:' || ${t.commitment}, 'UTF8')), 'hex'))`,
    ),
  ],
)

/** The frame: every order live at any moment of the quarter, frozen with its version. */
export const frameEntryTable = pgTable(
  'frame_entry',
  {
    countyId: county(),
    roundId: uuid('round_id').notNull(),
    orderId: uuid('order_id').notNull(),
    orderVersion: integer('order_version').notNull(),
    tier: text('tier').$type<Tier>().notNull(),
    townId: uuid('town_id'),
    ownerOrganizationId: uuid('owner_organization_id').notNull(),
  },
  (t) => [
    primaryKey({ name: 'frame_entry_pkey', columns: [t.countyId, t.roundId, t.orderId] }),
    foreignKey({
      name: 'frame_entry_in_a_round',
      columns: [t.countyId, t.roundId],
      foreignColumns: [roundTable.countyId, roundTable.id],
    }),
    foreignKey({
      name: 'frame_entry_is_an_order',
      columns: [t.countyId, t.orderId],
      foreignColumns: [orderTable.countyId, orderTable.id],
    }),
    oneOf('frame_entry_tier_known', t.tier, Tier.options),
  ],
)

/** An order to be checked in a round: all A and B, the drawn C, and targeted additions. */
export const targetTable = pgTable(
  'target',
  {
    countyId: county(),
    roundId: uuid('round_id').notNull(),
    orderId: uuid('order_id').notNull(),
    basis: text('basis').$type<Basis>().notNull(),
    drawKey: bytes('draw_key'),
    drawRank: integer('draw_rank'),
    state: text('state').$type<TargetState>().notNull(),
    excuseReason: text('excuse_reason'),
    excuseAskedBy: uuid('excuse_asked_by'),
    excuseDecidedBy: uuid('excuse_decided_by'),
    inspectedAt: instant('inspected_at'),
  },
  (t) => [
    primaryKey({ name: 'target_pkey', columns: [t.countyId, t.roundId, t.orderId] }),
    foreignKey({
      name: 'target_from_the_frame',
      columns: [t.countyId, t.roundId, t.orderId],
      foreignColumns: [frameEntryTable.countyId, frameEntryTable.roundId, frameEntryTable.orderId],
    }),
    oneOf('target_basis_known', t.basis, Basis.options),
    oneOf('target_state_known', t.state, TargetState.options),
    check('target_excused_by_a_second_person', sql`${t.excuseDecidedBy} <> ${t.excuseAskedBy}`),
    check(
      'target_excused_with_reason',
      sql`${t.state} not in ('excuse_asked', 'excused') or (${t.excuseReason} is not null and ${t.excuseAskedBy} is not null)`,
    ),
    index('target_by_state').on(t.countyId, t.roundId, t.basis, t.state),
  ],
)

/** Inspector of an order in a round. Made an inspector of the order by its part, so that no claim and no rating of theirs can stand beside it. */
export const assignmentTable = pgTable(
  'assignment',
  {
    countyId: county(),
    roundId: uuid('round_id').notNull(),
    orderId: uuid('order_id').notNull(),
    slot: integer('slot').notNull(),
    nth: integer('nth').notNull().default(1),
    inspectorId: uuid('inspector_id').notNull(),
    assignedAt: instant('assigned_at').notNull(),
    endedAt: instant('ended_at'),
    endReason: text('end_reason'),
    part: text('part')
      .notNull()
      .generatedAlwaysAs(sql`'inspector'`),
  },
  (t) => [
    primaryKey({ name: 'assignment_pkey', columns: [t.countyId, t.roundId, t.orderId, t.slot, t.nth] }),
    foreignKey({
      name: 'assignment_of_a_target',
      columns: [t.countyId, t.roundId, t.orderId],
      foreignColumns: [targetTable.countyId, targetTable.roundId, targetTable.orderId],
    }),
    foreignKey({
      name: 'assignment_makes_an_inspector',
      columns: [t.countyId, t.orderId, t.inspectorId, t.part],
      foreignColumns: [orderPartTable.countyId, orderPartTable.orderId, orderPartTable.personId, orderPartTable.part],
    }),
    uniqueIndex('assignment_one_live_per_slot')
      .on(t.countyId, t.roundId, t.orderId, t.slot)
      .where(sql`${t.endedAt} is null`),
    uniqueIndex('assignment_two_different_inspectors')
      .on(t.countyId, t.roundId, t.orderId, t.inspectorId)
      .where(sql`${t.endedAt} is null`),
    index('assignment_by_inspector').on(t.countyId, t.inspectorId, t.roundId),
    check('assignment_slot_known', sql`${t.slot} in (1, 2)`),
  ],
)

/** A conflict somebody declares for themselves, beside those the system finds. */
export const declaredConflictTable = pgTable(
  'declared_conflict',
  {
    countyId: county(),
    personId: uuid('person_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    reason: text('reason').notNull(),
    declaredAt: instant('declared_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'declared_conflict_pkey', columns: [t.countyId, t.personId, t.organizationId] }),
    foreignKey({
      name: 'declared_conflict_of_a_person',
      columns: [t.countyId, t.personId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
  ],
)

/** The checklist, a new row a change: each finding says by which version it was made. */
export const checklistTable = pgTable(
  'checklist',
  {
    countyId: county().references(() => countyTable.countyId),
    version: integer('version').notNull(),
    items: jsonb('items').$type<unknown[]>().notNull(),
    changedBy: uuid('changed_by'),
    changedAt: instant('changed_at').notNull(),
    note: text('note'),
  },
  (t) => [primaryKey({ name: 'checklist_pkey', columns: [t.countyId, t.version] })],
)

/** The 通报 of a round; a correction is a new version, nothing published is changed. */
export const bulletinTable = pgTable(
  'bulletin',
  {
    countyId: county(),
    roundId: uuid('round_id').notNull(),
    version: integer('version').notNull(),
    body: jsonb('body').$type<Record<string, unknown>>().notNull(),
    correction: text('correction'),
    signedBy: uuid('signed_by').notNull(),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'bulletin_pkey', columns: [t.countyId, t.roundId, t.version] }),
    foreignKey({
      name: 'bulletin_of_a_round',
      columns: [t.countyId, t.roundId],
      foreignColumns: [roundTable.countyId, roundTable.id],
    }),
    check('bulletin_correction_says_why', sql`${t.version} = 1 or ${t.correction} is not null`),
  ],
)

/** The sealed chain: events in commit order, each hash over the one before. */
export const eventSealTable = pgTable(
  'event_seal',
  {
    countyId: county(),
    seq: integer('seq').notNull(),
    eventId: uuid('event_id').notNull(),
    hash: text('hash').notNull(),
    sealedAt: instant('sealed_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'event_seal_pkey', columns: [t.countyId, t.seq] }),
    uniqueIndex('event_seal_once').on(t.countyId, t.eventId),
    check('event_seal_hash_known', sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
  ],
)
