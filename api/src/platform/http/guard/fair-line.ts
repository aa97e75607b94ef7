import { MustWait } from './must-wait.ts'

interface Waiter {
  admit(): void
  refuse(reason: Error): void
}

export interface FairLineOptions {
  /** How many are served at once. */
  atOnce: number
  /** How many may wait, for each key and together. */
  perKey: number
  together: number
  code: 'auth.too_many_attempts' | 'rate_limited'
}

const COME_BACK_MS = 2_000

/**
 * Serves so many at once and lets the others wait: the keys take turns, so that whoever sends a thousand requests delays
 * another by one of them. When too many wait, the last of the longest line is told to come back in two seconds.
 */
export class FairLine {
  readonly #options: FairLineOptions
  readonly #lines = new Map<string, Waiter[]>()
  #serving = 0
  #waiting = 0

  constructor(options: FairLineOptions) {
    this.#options = options
  }

  async serve<T>(key: string, work: () => Promise<T>): Promise<T> {
    if (this.#serving >= this.#options.atOnce) await this.#wait(key)
    else this.#serving += 1
    try {
      return await work()
    } finally {
      this.#next()
    }
  }

  async #wait(key: string): Promise<void> {
    const { perKey, together, code } = this.#options
    const line = this.#lines.get(key) ?? []
    if (line.length >= perKey) throw new MustWait(code, COME_BACK_MS)
    const { promise, resolve: admit, reject: refuse } = Promise.withResolvers<void>()
    line.push({ admit, refuse })
    this.#lines.set(key, line)
    this.#waiting += 1
    if (this.#waiting > together) this.#turnAway()
    await promise
  }

  #next(): void {
    const [first] = this.#lines
    if (!first) return void (this.#serving -= 1)
    const [key, line] = first
    const waiter = line.shift()
    this.#waiting -= 1
    this.#lines.delete(key)
    if (line.length > 0) this.#lines.set(key, line)
    waiter?.admit()
  }

  #turnAway(): void {
    const longest = [...this.#lines].reduce((most, each) => (each[1].length > most[1].length ? each : most))
    const [key, line] = longest
    line.pop()?.refuse(new MustWait(this.#options.code, COME_BACK_MS))
    this.#waiting -= 1
    if (line.length === 0) this.#lines.delete(key)
  }
}
