import type { Actor } from '@dj/shared/policy.ts'

/** Somebody signed in: who they are, and the account they came with. */
export interface SignedIn {
  actor: Actor
  username: string
  /** When the password was last shown in this session, in milliseconds since 1970. */
  confirmedAt: number
}

export interface Credentials {
  username: string
  password: string
}

/** `proven`: whoever calls has just shown or chosen the secret, so there is nothing to guess and nothing to count. */
export type SignIn = Credentials & { proven?: true }

/** A secret somebody offers for an account. Each kind is counted apart, so that guessing at one does not delay the other. */
export interface Guess {
  secret: 'password' | 'code'
  username: string
}

/** Where a request comes from: its headers, and the address at the other end of its connection. */
export interface Caller {
  headers: Headers
  peer: string | null
}

/**
 * The thin layer over the authentication library. Nothing else knows it. Accounts are written by verbs, in the transaction
 * of the person they belong to (db/queries/county/accounts.ts); this port hashes their passwords and keeps their sessions.
 */
export interface Accounts {
  /** Who sends these headers, or null. `fresh` skips the cache: every write asks the database. */
  whoIs(headers: Headers, options: { fresh: boolean }): Promise<SignedIn | null>
  /**
   * Opens a session in place of the one the caller may have; the headers carry the cookie, and the mark of a known device.
   * Errors: auth.wrong_credentials and auth.too_many_attempts with equal words and time, auth.suspended after the right password.
   */
  signIn(credentials: SignIn, from: Caller): Promise<{ signedIn: SignedIn; headers: Headers }>
  /** The password was shown in the session of these headers. */
  confirm(headers: Headers, at: Date): Promise<void>
  /** Ends the session of these headers, or every session of its account; the headers returned clear the cookie. */
  signOut(headers: Headers, options: { everywhere: boolean }): Promise<Headers>
  /**
   * Lets `attempt` try a secret, counted before it is tried; null says that it was wrong.
   * Errors: auth.too_many_attempts with the wait, or what `attempt` throws (then nothing is counted).
   */
  attempt<T>(guess: Guess, from: Caller, attempt: () => Promise<T | null>): Promise<T | null>
  hashPassword(password: string): Promise<string>
  /** The hash of what nobody knows: no password opens the account, and finding that out takes as long as ever. */
  hashOfNothing(): Promise<string>
  isPassword(hash: string, password: string): Promise<boolean>
  /** Forgets what is cached about a person, in every process: after a grant, a status or a home changed. */
  forget(personId: string): Promise<void>
  /** Closes its connections. */
  end(): Promise<void>
}
