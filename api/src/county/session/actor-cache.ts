import type { SignedIn } from '../../platform/accounts.ts'

const LONGEST_MS = 60_000
const MOST = 20_000

interface Entry {
  signedIn: SignedIn
  until: number
}

/**
 * Who has which session, for reads, at most a minute. It works only while somebody listens for changes: before that, and
 * whenever the listener is away, it holds nothing.
 */
export class ActorCache {
  readonly #entries = new Map<string, Entry>()
  readonly #keysOf = new Map<string, Set<string>>()
  readonly #now: () => number
  #isListening = false
  #changes = 0

  constructor(now: () => number) {
    this.#now = now
  }

  get(key: string): SignedIn | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    if (this.#now() < entry.until) return entry.signedIn
    this.#drop(key, entry)
    return undefined
  }

  /** To be taken before asking the database: an answer that a change has overtaken is not kept. */
  ticket(): number {
    return this.#changes
  }

  put(key: string, signedIn: SignedIn, staysForMs: number, ticket: number): void {
    if (!this.#isListening || ticket !== this.#changes) return
    if (this.#entries.size >= MOST) this.#clear()
    this.#entries.set(key, { signedIn, until: this.#now() + Math.min(LONGEST_MS, staysForMs) })
    const keys = this.#keysOf.get(signedIn.actor.personId) ?? new Set()
    this.#keysOf.set(signedIn.actor.personId, keys.add(key))
  }

  forget(personId: string): void {
    this.#changes += 1
    for (const key of this.#keysOf.get(personId) ?? []) this.#entries.delete(key)
    this.#keysOf.delete(personId)
  }

  /** For the listener. */
  readonly heard = (personId: string): void => this.forget(personId)
  readonly listening = (on: boolean): void => {
    this.#changes += 1
    this.#isListening = on
    this.#clear()
  }

  #drop(key: string, { signedIn }: Entry): void {
    this.#entries.delete(key)
    const keys = this.#keysOf.get(signedIn.actor.personId)
    keys?.delete(key)
    if (keys?.size === 0) this.#keysOf.delete(signedIn.actor.personId)
  }

  #clear(): void {
    this.#entries.clear()
    this.#keysOf.clear()
  }
}
