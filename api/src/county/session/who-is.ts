import type { Reads } from '@dj/db/connect.ts'
import { APP_ROLE } from '@dj/db/connection-settings.ts'
import { listen, type Listener } from '@dj/db/listen.ts'
import { ACTOR_CHANNEL, findSession } from '@dj/db/queries/county/sessions.ts'
import { SEEN_EVERY_MS } from '@dj/shared/platform/session.rules.ts'
import type { SignedIn } from '../../platform/accounts.ts'
import { ActorCache } from './actor-cache.ts'
import { tokenHash } from './hashed-tokens.ts'
import { type CookieSettings, openSeal, sealedToken } from '../../platform/http/guard/session-cookie.ts'

interface Settings {
  url: string
  db: Reads
  cookie: CookieSettings
  clock: (() => Date) | undefined
  now: () => Date
  /** Writes down that the session with this hash is being used. */
  seen: (tokenHash: string, at: Date) => Promise<void>
}

/** Tells who sends a request: from the database, or for a read from a cache that hears of every change. */
export class WhoIs {
  readonly #settings: Settings
  readonly #cache: ActorCache
  readonly #listener: Listener

  constructor(settings: Settings) {
    const { url, clock } = settings
    this.#settings = settings
    this.#cache = new ActorCache(clock ? () => clock().getTime() : () => performance.now())
    this.#listener = listen(url, ACTOR_CHANNEL, { role: APP_ROLE, applicationName: 'dangjian-sessions' }, this.#cache)
  }

  async ask(headers: Headers, { fresh }: { fresh: boolean }): Promise<SignedIn | null> {
    const { cookie } = this.#settings
    const sealed = sealedToken(headers, cookie)
    if (sealed === undefined) return null
    const known = fresh ? undefined : this.#cache.get(sealed)
    if (known) return known
    const token = openSeal(sealed, cookie)
    if (token === null) return null
    const ticket = this.#cache.ticket()
    const found = await this.find(token)
    if (found) this.#cache.put(sealed, found.signedIn, found.staysFor, ticket)
    return found?.signedIn ?? null
  }

  async find(token: string): Promise<{ signedIn: SignedIn; staysFor: number } | null> {
    const { db, clock, seen, now: nowAt } = this.#settings
    const row = await findSession(db, tokenHash(token), clock?.().toISOString() ?? null)
    if (!row) return null
    const { username, staysFor, confirmedAt, seenAt, ...actor } = row
    const now = nowAt()
    // Nobody waits for it, and where it fails the next request writes it.
    if (seenAt !== null && now.getTime() - seenAt > SEEN_EVERY_MS)
      void seen(tokenHash(token), now).catch(() => undefined)
    return { signedIn: { actor, username, confirmedAt }, staysFor }
  }

  /** The hash of the token these headers carry. */
  hashIn(headers: Headers): string | null {
    const { cookie } = this.#settings
    const token = openSeal(sealedToken(headers, cookie) ?? '', cookie)
    return token === null ? null : tokenHash(token)
  }

  forget(personId: string): void {
    this.#cache.forget(personId)
  }

  end(): Promise<void> {
    return this.#listener.end()
  }
}
