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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { FlagKind, FlagVerdict } from '@dj/shared/follow/rating/flag.schema.ts'
import { RatingSide } from '@dj/shared/follow/rating/rating.schema.ts'
import { county, id, instant, oneOf } from '../platform/columns.ts'
import { needTable } from '../collect/need.table.ts'
import { orderPartTable, orderTable } from '../build/order.table.ts'
import { personTable } from '../county/person.table.ts'

/** Five grades in three dimensions, one per person, order, cycle and quarter. A requester without an account rates as their need. */
export const ratingTable = pgTable(
  'rating',
  {
    countyId: county(),
    id: id(),
    orderId: uuid('order_id').notNull(),
    // The newest that was delivered: what is rated, even where the next is open already.
    cycle: integer('cycle').notNull(),
    quarter: text('quarter').notNull(),
    raterPersonId: uuid('rater_person_id'),
    raterNeedId: uuid('rater_need_id'),
    side: text('side').$type<RatingSide>().notNull(),
    attitude: integer('attitude').notNull(),
    speed: integer('speed').notNull(),
    result: integer('result').notNull(),
    words: text('words'),
    enteredBy: uuid('entered_by'),
    ratedAt: instant('rated_at').notNull(),
    changedAt: instant('changed_at'),
    // A hash of the device it came from, for a human who looks at suspicious patterns; never a ground by itself.
    device: text('device'),
    // Excluded by an upheld appeal; the grades stay as given.
    excluded: boolean('excluded').notNull().default(false),
    part: text('part')
      .notNull()
      .generatedAlwaysAs(sql`'rater'`),
  },
  (t) => [
    primaryKey({ name: 'rating_pkey', columns: [t.countyId, t.id] }),
    foreignKey({
      name: 'rating_of_an_order',
      columns: [t.countyId, t.orderId],
      foreignColumns: [orderTable.countyId, orderTable.id],
    }),
    // A doer of this order has no rater part to point at: rating one's own work cannot be stored.
    foreignKey({
      name: 'rating_by_a_rater',
      columns: [t.countyId, t.orderId, t.raterPersonId, t.part],
      foreignColumns: [orderPartTable.countyId, orderPartTable.orderId, orderPartTable.personId, orderPartTable.part],
    }),
    foreignKey({
      name: 'rating_by_a_need',
      columns: [t.countyId, t.raterNeedId],
      foreignColumns: [needTable.countyId, needTable.id],
    }),
    foreignKey({
      name: 'rating_entered_by_a_person',
      columns: [t.countyId, t.enteredBy],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    uniqueIndex('rating_once_per_person').on(t.countyId, t.orderId, t.cycle, t.quarter, t.raterPersonId),
    uniqueIndex('rating_once_per_need').on(t.countyId, t.orderId, t.cycle, t.quarter, t.raterNeedId),
    check('rating_by_person_or_need', sql`num_nonnulls(${t.raterPersonId}, ${t.raterNeedId}) = 1`),
    check(
      'rating_grades_known',
      sql`${t.attitude} between 1 and 5 and ${t.speed} between 1 and 5 and ${t.result} between 1 and 5`,
    ),
    check('rating_quarter_known', sql`${t.quarter} ~ '^[0-9]{4}Q[1-4]$'`),
    oneOf('rating_side_known', t.side, RatingSide.options),
  ],
)

/** What a human said of a suspicious pattern, with the ratings that were in it then; the newest word counts, none is taken back. */
export const flagJudgementTable = pgTable(
  'flag_judgement',
  {
    countyId: county(),
    id: id(),
    // Names the pattern, not the device or the people in it.
    flagId: text('flag_id').notNull(),
    kind: text('kind').$type<FlagKind>().notNull(),
    quarter: text('quarter').notNull(),
    ratingIds: uuid('rating_ids').array().notNull(),
    verdict: text('verdict').$type<FlagVerdict>().notNull(),
    note: text('note').notNull(),
    judgedBy: uuid('judged_by').notNull(),
    judgedAt: instant('judged_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'flag_judgement_pkey', columns: [t.countyId, t.id] }),
    foreignKey({
      name: 'flag_judgement_by_a_person',
      columns: [t.countyId, t.judgedBy],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    check('flag_judgement_quarter_known', sql`${t.quarter} ~ '^[0-9]{4}Q[1-4]$'`),
    oneOf('flag_judgement_kind_known', t.kind, FlagKind.options),
    oneOf('flag_judgement_verdict_known', t.verdict, FlagVerdict.options),
    index('flag_judgement_of_pattern').on(t.countyId, t.flagId, t.judgedAt),
  ],
)
