import { hash, verify } from '@node-rs/argon2'
import type { AccountsDatabase } from '@dj/db/connect-accounts.ts'
import {
  authAccountTable,
  authSessionTable,
  authUserTable,
  authVerificationTable,
} from '@dj/db/tables/county/auth.table.ts'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { username } from 'better-auth/plugins/username'
import type { Credentials } from '../../platform/accounts.ts'
import { COOKIE_PREFIX, type CookieSettings } from '../../platform/http/guard/session-cookie.ts'
import { guardedAdapter } from './hashed-tokens.ts'

const WEEK_SECONDS = 7 * 24 * 60 * 60
const schema = {
  user: authUserTable,
  session: authSessionTable,
  account: authAccountTable,
  verification: authVerificationTable,
}
/** Columns of the account that only our own verbs write. */
const ours = { type: 'string', required: true, input: false, returned: false } as const

export type Library = ReturnType<typeof createLibrary>

/**
 * The authentication library: it checks passwords, opens and ends sessions and writes their cookies. Its own routes are not
 * served. It asks the machine for the time; by a clock that runs ahead its sessions would have ended before they began.
 */
export function createLibrary(db: AccountsDatabase, { secret, secure }: CookieSettings, clock?: () => Date) {
  const auth = betterAuth({
    baseURL: 'http://localhost',
    secret,
    database: guardedAdapter(drizzleAdapter(db, { provider: 'pg', schema })),
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: 200, password: argon2id },
    // How long a name may be is said by our schema, which counts characters; the library counts in UTF-16 and would throw.
    plugins: [username({ minUsernameLength: 1, maxUsernameLength: 1_000, usernameValidator: () => true })],
    user: { additionalFields: { countyId: ours, personId: ours } },
    session: { expiresIn: WEEK_SECONDS, disableSessionRefresh: true },
    ...(clock && { databaseHooks: { session: { create: { before: lastingAWeek(clock) } } } }),
    advanced: { cookiePrefix: COOKIE_PREFIX, useSecureCookies: secure, ipAddress: { disableIpTracking: true } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })

  /** The token and cookie of a new session, or null for wrong credentials; an unknown name costs a hash like a known one. */
  async function openSession(body: Credentials, userAgent: string | null) {
    try {
      const from = new Headers(userAgent === null ? {} : { 'user-agent': userAgent.slice(0, 300) })
      const { headers, response } = await auth.api.signInUsername({ body, headers: from, returnHeaders: true })
      return { token: response.token, headers: cookiesOf(headers) }
    } catch (error) {
      if (error instanceof APIError && error.status === 'UNAUTHORIZED') return null
      throw error
    }
  }

  /** Ends the session these headers carry; what it returns clears the cookie. */
  async function closeSession(headers: Headers): Promise<Headers> {
    return cookiesOf((await auth.api.signOut({ headers, returnHeaders: true })).headers)
  }

  const internal = async () => (await auth.$context).internalAdapter
  return {
    openSession,
    closeSession,
    endSession: async (token: string) => (await internal()).deleteSession(token),
    endAllSessions: async (accountId: string) => (await internal()).deleteUserSessions(accountId),
    hashPassword: async (password: string) => (await auth.$context).password.hash(password),
    isPassword: (hashed: string, password: string) => argon2id.verify({ hash: hashed, password }),
  }
}

/** The package's own setting is argon2id with 19 MiB and two passes. */
const argon2id = {
  hash: (password: string) => hash(password),
  // A hash that cannot be read is nobody's password: that is a wrong answer, not a fault of the server.
  verify: (attempt: { hash: string; password: string }) => verify(attempt.hash, attempt.password).catch(() => false),
}

const lastingAWeek = (clock: () => Date) => async (session: { expiresAt: Date }) => {
  const week = clock().getTime() + WEEK_SECONDS * 1000
  return { data: { expiresAt: new Date(Math.max(week, session.expiresAt.getTime())) } }
}

function cookiesOf(reply: Headers): Headers {
  const headers = new Headers()
  for (const cookie of reply.getSetCookie()) headers.append('set-cookie', cookie)
  return headers
}
