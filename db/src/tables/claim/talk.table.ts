import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { TalkSide } from '@dj/shared/claim/talk/talk.schema.ts'
import { needTable } from '../collect/need.table.ts'
import { personTable } from '../county/person.table.ts'
import { county, id, instant, oneOf } from '../platform/columns.ts'
import { claimTable } from './claim.table.ts'

/** One message of a conversation about a need under a claim. Written once; a requester without an account speaks as their need. */
export const messageTable = pgTable(
  'message',
  {
    countyId: county(),
    id: id(),
    claimId: uuid('claim_id').notNull(),
    needId: uuid('need_id').notNull(),
    side: text('side').$type<TalkSide>().notNull(),
    personId: uuid('person_id'),
    words: text('words').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'message_pkey', columns: [t.countyId, t.id] }),
    foreignKey({
      name: 'message_under_a_claim',
      columns: [t.countyId, t.claimId],
      foreignColumns: [claimTable.countyId, claimTable.id],
    }),
    foreignKey({
      name: 'message_about_a_need',
      columns: [t.countyId, t.needId],
      foreignColumns: [needTable.countyId, needTable.id],
    }),
    foreignKey({
      name: 'message_by_a_person',
      columns: [t.countyId, t.personId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    check('message_unsigned_only_by_requester', sql`${t.personId} is not null or ${t.side} = 'requester'`),
    check('message_words_not_too_long', sql`char_length(${t.words}) between 1 and 1000`),
    oneOf('message_side_known', t.side, TalkSide.options),
    index('message_of_conversation').on(t.countyId, t.claimId, t.needId, t.at),
  ],
)

/** How far somebody has read a conversation. */
export const messageReadTable = pgTable(
  'message_read',
  {
    countyId: county(),
    claimId: uuid('claim_id').notNull(),
    needId: uuid('need_id').notNull(),
    personId: uuid('person_id').notNull(),
    until: instant('until').notNull(),
  },
  (t) => [
    primaryKey({ name: 'message_read_pkey', columns: [t.countyId, t.claimId, t.needId, t.personId] }),
    foreignKey({
      name: 'message_read_under_a_claim',
      columns: [t.countyId, t.claimId],
      foreignColumns: [claimTable.countyId, claimTable.id],
    }),
    foreignKey({
      name: 'message_read_by_a_person',
      columns: [t.countyId, t.personId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
  ],
)
