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
import { Effect, Verdict } from '@dj/shared/exit/verdict.ts'
import { county, id, instant, oneOf } from '../platform/columns.ts'
import { orderPartTable } from '../build/order.table.ts'
import { targetTable } from './target.table.ts'

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
    todo: jsonb('todo').$type<Record<string, string>>().notNull().default({}),
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
