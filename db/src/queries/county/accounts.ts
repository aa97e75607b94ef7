import { and, eq, inArray, sql } from 'drizzle-orm'
import { authAccountTable, authUserTable } from '../../tables/county/auth.table.ts'
import type { Reads } from '../../connect.ts'
import type { Tx } from '../../with-tx.ts'

/** The kind of account the authentication library files passwords under. */
const CREDENTIAL = 'credential'

export interface NewAccount {
  accountId: string
  username: string
  passwordHash: string
  countyId: string
  personId: string
  at: Date
}

/** The account of a person, in the shape the authentication library reads. Errors: constraint auth_user_username_once. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<void> {
  const { accountId, username, passwordHash, countyId, personId, at } = account
  const times = { createdAt: at, updatedAt: at }
  // The library asks for a name and an address; neither is known here, nor needed.
  const names = { name: username, username, displayUsername: username, email: `${username}@accounts.invalid` }
  await tx.insert(authUserTable).values({ id: accountId, ...names, countyId, personId, ...times })
  await tx.insert(authAccountTable).values({
    id: accountId,
    accountId,
    providerId: CREDENTIAL,
    userId: accountId,
    password: passwordHash,
    ...times,
  })
}

export async function setPassword(tx: Tx, accountId: string, passwordHash: string, at: Date): Promise<void> {
  await tx
    .update(authAccountTable)
    .set({ password: passwordHash, updatedAt: at })
    .where(and(eq(authAccountTable.userId, accountId), eq(authAccountTable.providerId, CREDENTIAL)))
}

/** A new password in place of the one whose hash is `before`; false when that is no longer the one. */
export async function replacePassword(
  tx: Tx,
  accountId: string,
  { before, after }: { before: string; after: string },
  at: Date,
): Promise<boolean> {
  const { userId, providerId, password } = authAccountTable
  const rows = await tx
    .update(authAccountTable)
    .set({ password: after, updatedAt: at })
    .where(and(eq(userId, accountId), eq(providerId, CREDENTIAL), eq(password, before)))
    .returning({ id: authAccountTable.id })
  return rows.length === 1
}

export interface AccountRow {
  accountId: string
  username: string
  countyId: string
  personId: string
  passwordHash: string
}

/** Whose account this is, before a county is known. The username as it is stored: in small letters. */
export async function accountNamed(db: Reads, username: string): Promise<Omit<AccountRow, 'passwordHash'> | undefined> {
  const rows = await db.execute<Omit<AccountRow, 'passwordHash'> & Record<string, unknown>>(
    sql`select * from account_named(${username})`,
  )
  return rows[0]
}

/** In a transaction of its county, or asked for this account. */
export async function findAccount(db: Pick<Reads, 'select'>, accountId: string): Promise<AccountRow | undefined> {
  const { id, username, countyId, personId } = authUserTable
  const rows = await db
    .select({ accountId: id, username, countyId, personId, passwordHash: authAccountTable.password })
    .from(authUserTable)
    .innerJoin(authAccountTable, and(eq(authAccountTable.userId, id), eq(authAccountTable.providerId, CREDENTIAL)))
    .where(eq(id, accountId))
  const [row] = rows
  return row && { ...row, username: row.username ?? '', passwordHash: row.passwordHash ?? '' }
}

/**
 * Whether it is still the password; waits for whoever is replacing it. They end the sessions after that: one opened before this
 * is asked is either seen by them or not kept.
 */
export async function isStillPassword(
  db: Pick<Reads, 'execute'>,
  { accountId, passwordHash }: Pick<AccountRow, 'accountId' | 'passwordHash'>,
): Promise<boolean> {
  const rows = await db.execute<{ password: string | null }>(sql`
    select password from auth_account where user_id = ${accountId} and provider_id = ${CREDENTIAL} for share`)
  return rows[0]?.password === passwordHash
}

/** One password for several accounts of a county: the demo's. */
export async function setPasswords(
  tx: Tx,
  countyId: string,
  usernames: readonly string[],
  passwordHash: string,
  at: Date,
): Promise<void> {
  const named = and(eq(authUserTable.countyId, countyId), inArray(authUserTable.username, [...usernames]))
  const accounts = tx.select({ id: authUserTable.id }).from(authUserTable).where(named)
  await tx
    .update(authAccountTable)
    .set({ password: passwordHash, updatedAt: at })
    .where(and(inArray(authAccountTable.userId, accounts), eq(authAccountTable.providerId, CREDENTIAL)))
}

export async function isUsernameTaken(db: Reads, username: string): Promise<boolean> {
  return (await accountNamed(db, username)) !== undefined
}
