import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { CodeUse } from '@dj/shared/collect/need/receipt.rules.ts'
import { orderTable } from '../build/order.table.ts'
import { personTable } from '../county/person.table.ts'
import { county, id, instant, oneOf } from '../platform/columns.ts'
import { needTable } from './need.table.ts'

/** Who of the staff saw a requester's contact or was told the receipt code, and on which device: none of them speaks for the requester. */
export const needSightTable = pgTable(
  'need_sight',
  {
    countyId: county(),
    id: id(),
    needId: uuid('need_id').notNull(),
    personId: uuid('person_id').notNull(),
    // The hash of the code that was read out; null where only the contact was seen.
    told: text('told'),
    device: text('device'),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'need_sight_pkey', columns: [t.countyId, t.id] }),
    foreignKey({
      name: 'need_sight_of_a_need',
      columns: [t.countyId, t.needId],
      foreignColumns: [needTable.countyId, needTable.id],
    }),
    foreignKey({
      name: 'need_sight_by_a_person',
      columns: [t.countyId, t.personId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    index('need_sight_of_need').on(t.countyId, t.needId, t.at),
  ],
)

/** An answer or a rating given by receipt code: what is looked at when somebody had seen the contact just before. */
export const codeUseTable = pgTable(
  'code_use',
  {
    countyId: county(),
    id: id(),
    needId: uuid('need_id').notNull(),
    orderId: uuid('order_id').notNull(),
    subject: text('subject').$type<CodeUse>().notNull(),
    // Of the delivery that was answered, or of the rating.
    subjectId: uuid('subject_id').notNull(),
    quarter: text('quarter').notNull(),
    device: text('device'),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'code_use_pkey', columns: [t.countyId, t.id] }),
    foreignKey({
      name: 'code_use_for_a_need',
      columns: [t.countyId, t.needId],
      foreignColumns: [needTable.countyId, needTable.id],
    }),
    foreignKey({
      name: 'code_use_on_an_order',
      columns: [t.countyId, t.orderId],
      foreignColumns: [orderTable.countyId, orderTable.id],
    }),
    check('code_use_quarter_known', sql`${t.quarter} ~ '^[0-9]{4}Q[1-4]$'`),
    oneOf('code_use_subject_known', t.subject, CodeUse.options),
    index('code_use_in_quarter').on(t.countyId, t.quarter),
  ],
)
