import type { Actor } from '@dj/shared/people/policy.ts'

/** Somebody signed in: who they are, and the session they came with. */
export interface SignedIn {
  actor: Actor
  username: string
  sessionToken: string
}

export interface NewAccount {
  username: string
  password: string
  countyId: string
  personId: string
}

/** The thin layer over the authentication library. Nothing else knows it. */
export interface Accounts {
  /** Who sends these headers, or null. `fresh` skips the cache: every write asks the database. */
  whoIs(headers: Headers, options: { fresh: boolean }): Promise<SignedIn | null>
  /** Opens a session; the headers carry the cookie. Refuses wrong credentials and too many attempts, with equal words and time. */
  signIn(
    credentials: { username: string; password: string },
    from: { ip: string; userAgent: string | null },
  ): Promise<Headers>
  /** Ends this session, or every session of the account; the headers clear the cookie. */
  signOut(token: string, options: { everywhere: boolean }): Promise<Headers>
  /** Creates the account of a person. Errors: person.username_taken. */
  create(account: NewAccount): Promise<{ accountId: string }>
  setPassword(accountId: string, password: string): Promise<void>
  /** Forgets what is cached about a person, in every process: after a grant, a status or a home changed. */
  forget(personId: string): Promise<void>
  /** Ends all sessions of an account. */
  endSessions(accountId: string): Promise<void>
}
