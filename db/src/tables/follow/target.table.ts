import { sql } from 'drizzle-orm'
import {
  check,
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { Tier } from '@dj/shared/county/organization/tier.ts'
import { Basis, TargetState } from '@dj/shared/follow/round/round.schema.ts'
import { county, instant, oneOf } from '../platform/columns.ts'
import { orderPartTable, orderTable } from '../build/order.table.ts'
import { roundTable } from './round.table.ts'

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

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
    /** In which deal of the round; null where it was dealt before deals were kept. */
    deal: integer('deal'),
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
