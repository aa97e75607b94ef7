import { boolean, index, integer, pgTable, text, bigint, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant } from '../platform/columns.ts'

// Accounts belong to the installation, not to a county: signing in is what tells the county. Shapes are better-auth's.
export const authUserTable = pgTable(
  'auth_user',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    username: text('username'),
    displayUsername: text('display_username'),
    countyId: text('county_id').notNull(),
    personId: text('person_id').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [uniqueIndex('auth_user_email_once').on(t.email), uniqueIndex('auth_user_username_once').on(t.username)],
)

export const authSessionTable = pgTable(
  'auth_session',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => authUserTable.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    /** When its owner last proved the password in it; null for one that was opened before this was kept. */
    confirmedAt: instant('confirmed_at'),
    /** When it was last used, to a few minutes; null for one that was opened before this was kept. */
    seenAt: instant('seen_at'),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [uniqueIndex('auth_session_token_once').on(t.token), index('auth_session_by_user').on(t.userId)],
)

export const authAccountTable = pgTable(
  'auth_account',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => authUserTable.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('auth_account_by_user').on(t.userId)],
)

export const authVerificationTable = pgTable('auth_verification', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: instant('expires_at').notNull(),
  createdAt: instant('created_at'),
  updatedAt: instant('updated_at'),
})

/** Attempts at secrets per account, address and device: `failures` as of `last_at`. For all processes, kept over a restart. */
export const authAttemptTable = pgTable('auth_attempt', {
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  lastAt: bigint('last_at', { mode: 'number' }).notNull(),
})

/** Installation state outside any county: the one-time set-up code's hash, and when set-up was completed. */
export const installationTable = pgTable('installation', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
})
