import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { county, id, instant, oneOf } from '../platform/columns.ts'
import { personTable } from './person.table.ts'

export const resetStates = ['asked', 'issued', 'used', 'withdrawn', 'replaced'] as const
export type ResetState = (typeof resetStates)[number]

/** How an account came by a new secret: who asked, who confirmed, the code's hash while it opens, and when its owner used it. */
export const accountResetTable = pgTable(
  'account_reset',
  {
    countyId: county(),
    id: id(),
    personId: uuid('person_id').notNull(),
    kind: text('kind', { enum: ['opening', 'reset'] }).notNull(),
    state: text('state', { enum: resetStates }).notNull(),
    reason: text('reason'),
    /** Nobody at set-up. */
    askedBy: uuid('asked_by'),
    askedAt: instant('asked_at').notNull(),
    confirmedBy: uuid('confirmed_by'),
    codeHash: text('code_hash'),
    issuedAt: instant('issued_at'),
    /** When what waits lapses: the request, or its code. */
    until: instant('until').notNull(),
    endedAt: instant('ended_at'),
    ownerToldAt: instant('owner_told_at'),
    securityToldAt: instant('security_told_at'),
  },
  (t) => [
    primaryKey({ name: 'account_reset_pkey', columns: [t.countyId, t.id] }),
    foreignKey({
      name: 'account_reset_of_a_person',
      columns: [t.countyId, t.personId],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    foreignKey({
      name: 'account_reset_asked_by_a_person',
      columns: [t.countyId, t.askedBy],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    foreignKey({
      name: 'account_reset_confirmed_by_a_person',
      columns: [t.countyId, t.confirmedBy],
      foreignColumns: [personTable.countyId, personTable.id],
    }),
    uniqueIndex('account_reset_one_at_a_time')
      .on(t.countyId, t.personId, t.state)
      .where(sql`${t.state} in ('asked', 'issued')`),
    index('account_reset_by_person').on(t.countyId, t.personId),
    oneOf('account_reset_kind_known', t.kind, ['opening', 'reset']),
    oneOf('account_reset_state_known', t.state, resetStates),
    // A code that no longer opens is not kept, not even hashed.
    check('account_reset_code_while_issued', sql`(${t.codeHash} is not null) = (${t.state} = 'issued')`),
    check('account_reset_ends', sql`(${t.endedAt} is not null) = (${t.state} not in ('asked', 'issued'))`),
    check('account_reset_not_for_oneself', sql`${t.askedBy} <> ${t.personId} and ${t.confirmedBy} <> ${t.personId}`),
    check('account_reset_confirmed_by_another', sql`${t.confirmedBy} <> ${t.askedBy}`),
  ],
)
