import { createHash } from 'node:crypto'
import type { AccountsDatabase } from '@dj/db/connect-accounts.ts'
import { attemptsOf, clearFailures, countFailure, takeBackFailure } from '@dj/db/queries/county/attempts.ts'
import { TooManyAttempts } from '../../platform/http/guard/too-many-attempts.ts'

/** Failures after which the next attempt waits. An office shares one address, so an address has more. */
const limits = { username: 5, address: 30 } as const
const FIRST_DELAY_MS = 10_000
const LONGEST_DELAY_MS = 15 * 60_000
const FORGOTTEN_AFTER_MS = 60 * 60_000

/** How long after the last of so many failures the next attempt must wait: it doubles with each. */
export const delayAfter = (failures: number, limit: number): number =>
  failures < limit ? 0 : Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(failures - limit, 20))

/**
 * Lets `attempt` try a password, unless too many have failed. The failure of this username is counted before the attempt
 * and taken back after a success: of a hundred guesses sent at once, five are tried.
 */
export async function throttled<T>(
  db: AccountsDatabase,
  who: { username: string; address: string | null },
  at: number,
  attempt: () => Promise<T | null>,
): Promise<T | null> {
  const byName = keyOf('user', who.username.trim().toLowerCase().normalize('NFC'))
  const byAddress = who.address === null ? null : keyOf('addr', who.address)
  const since = at - FORGOTTEN_AFTER_MS
  const tried = await waitOver(db, byName, limits.username, at)
  if (byAddress) await waitOver(db, byAddress, limits.address, at)
  const [count = 1] = await countFailure(db, [byName], at, since)
  if (count > limits.username && count > tried + 1) throw new TooManyAttempts(delayAfter(count, limits.username))
  const result = await attempt().catch(async (error: unknown) => {
    await takeBackFailure(db, byName)
    throw error
  })
  if (result !== null) await clearFailures(db, byName, since)
  else if (byAddress) await countFailure(db, [byAddress], at, since)
  return result
}

/** The failures so far; refuses while their delay lasts. */
async function waitOver(db: AccountsDatabase, key: string, limit: number, at: number): Promise<number> {
  const [before] = await attemptsOf(db, [key])
  if (!before || before.lastAt < at - FORGOTTEN_AFTER_MS) return 0
  const wait = before.lastAt + delayAfter(before.failures, limit) - at
  if (wait > 0) throw new TooManyAttempts(wait)
  return before.failures
}

/** Hashed: people type passwords into the wrong box, and an address is personal data. */
const keyOf = (kind: string, value: string): string =>
  `${kind}:${createHash('sha256').update(value).digest('base64url')}`
