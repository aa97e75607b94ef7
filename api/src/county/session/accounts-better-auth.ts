import { randomBytes } from 'node:crypto'
import type { Reads } from '@dj/db/connect.ts'
import { type AccountsDatabase, connectAccounts, forAccount } from '@dj/db/connect-accounts.ts'
import { APP_ROLE } from '@dj/db/connection-settings.ts'
import { createLanes } from '@dj/db/with-tx.ts'
import { accountNamed, findAccount, isStillPassword } from '@dj/db/queries/county/accounts.ts'
import { announceChange, markConfirmed, markSeen } from '@dj/db/queries/county/sessions.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Accounts, Caller, Guess, SignedIn, SignIn } from '../../platform/accounts.ts'
import { createLibrary, type Library } from './better-auth.ts'
import { addressOf, lineOf, siteOf } from '../../platform/http/guard/caller-address.ts'
import { Attempts, type Whence } from './attempts.ts'
import { tokenHash } from './hashed-tokens.ts'
import { KnownDevices } from './known-device.ts'
import { WhoIs } from './who-is.ts'

export interface AccountsOptions {
  url: string
  /** The pool for single reads. */
  db: Reads
  /** Seals the cookies; the same in every process. */
  secret: string
  /** Served over TLS. */
  secure: boolean
  /** A proxy of ours stands before the server: the address it saw is the last in x-forwarded-for. */
  trustProxy: boolean
  /** Only where time is played or a test's: else ends of sessions go by the database's clock and the library's. */
  clock?: () => Date
  now: () => Date
}

/** Accounts and sessions as better-auth keeps them; who has which session is asked of the database in one statement. */
export class BetterAuthAccounts implements Accounts {
  readonly #db: AccountsDatabase
  readonly #closeDb: () => Promise<unknown>
  readonly #attempts: Attempts
  readonly #devices: KnownDevices
  readonly #library: Library
  readonly #whoIs: WhoIs
  readonly #options: AccountsOptions

  constructor(options: AccountsOptions) {
    const { url, db, secret, secure, clock } = options
    const cookie = { secret, secure }
    const settings = { role: APP_ROLE, applicationName: 'dangjian-accounts' } as const
    const own = connectAccounts(url, { ...settings, max: 4 })
    // Lanes of its own: a flood of guesses must not stand before anybody's work.
    const lanes = createLanes(url, { ...settings, size: 2, ...(clock && { clock }) })
    this.#options = options
    this.#db = own.db
    this.#closeDb = () => Promise.all([own.end(), lanes.end()])
    this.#attempts = new Attempts({ db: own.db, withTx: lanes.withTx }, secret)
    this.#devices = new KnownDevices(cookie)
    this.#library = createLibrary(own.db, cookie, clock)
    const seen = (hash: string, at: Date) => forAccount(hash, () => markSeen(own.db, hash, at))
    this.#whoIs = new WhoIs({ url, db, cookie, clock, now: options.now, seen })
  }

  whoIs(headers: Headers, options: { fresh: boolean }): Promise<SignedIn | null> {
    return this.#whoIs.ask(headers, options)
  }

  async signIn({ proven, ...credentials }: SignIn, from: Caller): Promise<{ signedIn: SignedIn; headers: Headers }> {
    const { username } = credentials
    const open = () => this.#openSession(credentials, from)
    const opened = await (proven === true ? open() : this.attempt({ secret: 'password', username }, from, open))
    if (!opened) throw new Refused('auth.wrong_credentials')
    const hash = tokenHash(opened.token)
    await forAccount(hash, () => markConfirmed(this.#db, hash, this.#options.now()))
    const found = await this.#whoIs.find(opened.token)
    if (!found) {
      await this.#library.endSession(opened.token)
      throw new Refused('auth.suspended')
    }
    // A session does not outlive a sign-in: whoever planted or copied the one before is out.
    await this.signOut(from.headers, { everywhere: false })
    opened.headers.append('set-cookie', this.#devices.remember(from.headers, asTyped(username)))
    return { signedIn: found.signedIn, headers: opened.headers }
  }

  /** Null as well where the password was replaced while it was being proven: no session outlives the password that opened it. */
  async #openSession(credentials: Omit<SignIn, 'proven'>, from: Caller) {
    const named = await accountNamed(this.#options.db, asTyped(credentials.username))
    const accountId = named?.accountId ?? '' // asked for all the same: time tells nothing
    const before = await forAccount(accountId, () => findAccount(this.#db, accountId))
    const opened = await this.#library.openSession(credentials, from.headers.get('user-agent'))
    if (!opened) return null
    const isStill = before && (await forAccount(accountId, () => isStillPassword(this.#db, before)))
    if (isStill === true) return opened
    await this.#library.endSession(opened.token)
    return null
  }

  attempt<T>(guess: Guess, from: Caller, attempt: () => Promise<T | null>): Promise<T | null> {
    const username = asTyped(guess.username)
    return this.#attempts.try({ ...guess, username }, this.#whence(username, from), attempt)
  }

  #whence(username: string, from: Caller): Whence {
    const address = addressOf(from, this.#options.trustProxy)
    const device = this.#devices.find(from.headers, username)
    return { device, line: lineOf(address), site: siteOf(address) }
  }

  async confirm(headers: Headers, at: Date): Promise<void> {
    const [hash, signedIn] = [this.#whoIs.hashIn(headers), await this.#whoIs.ask(headers, { fresh: true })]
    if (hash === null || !signedIn) throw new Refused('auth.required')
    await forAccount(hash, () => markConfirmed(this.#db, hash, at))
    await this.forget(signedIn.actor.personId)
  }

  async signOut(headers: Headers, { everywhere }: { everywhere: boolean }): Promise<Headers> {
    const signedIn = await this.#whoIs.ask(headers, { fresh: true })
    if (signedIn && everywhere) await this.#library.endAllSessions(signedIn.actor.accountId)
    const cleared = await this.#library.closeSession(headers)
    if (signedIn) await this.forget(signedIn.actor.personId)
    return cleared
  }

  hashPassword(password: string): Promise<string> {
    return this.#library.hashPassword(password)
  }

  hashOfNothing(): Promise<string> {
    return this.#library.hashPassword(randomBytes(32).toString('base64url'))
  }

  isPassword(hash: string, password: string): Promise<boolean> {
    return this.#library.isPassword(hash, password)
  }

  async forget(personId: string): Promise<void> {
    this.#whoIs.forget(personId)
    await announceChange(this.#db, personId)
  }

  async end(): Promise<void> {
    await this.#whoIs.end()
    await this.#closeDb()
  }
}

/** A username as it is compared. */
const asTyped = (username: string): string => username.trim().toLowerCase().normalize('NFC')
