import { type RecentEvent, recentEvents } from '@dj/db/queries/platform/events.ts'
import type { Reads } from '@dj/db/connect.ts'
import type { Logger } from 'pino'
import { type Change, changesIn } from './change.ts'

const EVERY_MS = 1_000
/** A page was loaded a moment before it listens: what happened in between is told to it, too. */
const REMEMBER_MS = 5_000

/**
 * Asks the database once a second what changed in one county, for everybody in this process who wants to know. It follows the
 * numbers of transactions: clocks of processes may differ, and step back.
 */
export class CountyPoller {
  readonly #ask: (from: string | null) => ReturnType<typeof recentEvents>
  readonly #tell: (changes: readonly Change[]) => void
  readonly #log: Logger
  #timer: NodeJS.Timeout | undefined
  #stopped = false
  /** The transaction from which to ask: what is visible now may have been overtaken by what is not yet. */
  #from: string | null = null
  #seen: ReadonlySet<string> = new Set()
  #recent: { until: number; change: Change }[] = []
  #failing = false

  constructor(db: Reads, countyId: string, log: Logger, tell: (changes: readonly Change[]) => void) {
    this.#ask = (from) => recentEvents(db, countyId, from)
    this.#tell = tell
    this.#log = log
    void this.#poll()
  }

  /** What happened in the last moments. */
  get recent(): Change[] {
    return this.#recent.filter(({ until }) => until > performance.now()).map(({ change }) => change)
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
  }

  async #poll(): Promise<void> {
    try {
      const { next, events } = await this.#ask(this.#from)
      this.#from = next
      this.#take(events)
      this.#failing = false
    } catch (error) {
      if (!this.#failing) this.#log.warn({ err: error }, 'changes cannot be followed')
      this.#failing = true
    }
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#poll(), EVERY_MS)
  }

  #take(events: readonly RecentEvent[]): void {
    const changes = changesIn(events.filter(({ id }) => !this.#seen.has(id)))
    this.#seen = new Set(events.map(({ id }) => id))
    const now = performance.now()
    const until = now + REMEMBER_MS
    this.#recent = [...this.#recent.filter((each) => each.until > now), ...changes.map((change) => ({ until, change }))]
    if (changes.length > 0 && !this.#stopped) this.#tell(changes)
  }
}
