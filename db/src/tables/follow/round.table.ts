import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, numeric, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { RoundState } from '@dj/shared/follow/round/round.schema.ts'
import { civilDate, county, id, instant, oneOf } from '../platform/columns.ts'
import { countyTable } from '../county/county.table.ts'
import { personTable } from '../county/person.table.ts'

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
    publicValueNotation: text('public_value_notation'),
    publicValue: text('public_value'),
    publicValueBy: uuid('public_value_by'),
    publicValueAt: instant('public_value_at'),
    frozenBy: uuid('frozen_by'),
    frozenAt: instant('frozen_at'),
    frameHash: text('frame_hash'),
    frameCount: integer('frame_count'),
    /** The inspectors frozen with the frame, sorted; null in rounds frozen before pools were. */
    pool: uuid('pool').array(),
    poolHash: text('pool_hash'),
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
    // Without a notation: planned before they were announced. The blanks and signs of a notation are few, see Notation.
    check(
      'round_value_in_its_notation',
      sql`${t.publicValue} ~ ('^' || replace(replace(replace(${t.publicValueNotation}, '.', '[.]'), '+', '[+]'), '#', '[0-9]') || '$')`,
    ),
    check(
      'round_frozen_has_a_hash',
      sql`num_nonnulls(${t.frozenAt}, ${t.frozenBy}, ${t.frameHash}, ${t.frameCount}) in (0, 4)`,
    ),
    check('round_pool_has_a_hash', sql`num_nonnulls(${t.pool}, ${t.poolHash}) in (0, 2)`),
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
