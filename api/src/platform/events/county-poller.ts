import { recentEvents } from '@dj/db/queries/platform/events.ts'
import type { Reads } from '@dj/db/connect.ts'
import type { Logger } from 'pino'
import { type Change, changesIn } from './change.ts'

const EVERY_MS = 1_000
/** Events become visible in the order of their commits, not of their ids: one may turn up behind others for so long. */
const OVERLAP_MS = 60_000
/** A page was loaded a moment before it listens: what happened in between is told to it, too. */
const REMEMBER_MS = 5_000

/** Asks the database once a second what changed in one county, for everybody in this process who wants to know. */
export class CountyPoller {
  readonly #ask: (afterId: string) => ReturnType<typeof recentEvents>
  readonly #tell: (changes: readonly Change[]) => void
  readonly #log: Logger
  #timer: NodeJS.Timeout | undefined
  #stopped = false
  #newest = Date.now()
  #seen: ReadonlySet<string> | undefined
  #recent: { until: number; change: Change }[] = []
  #failing = false

  constructor(db: Reads, countyId: string, log: Logger, tell: (changes: readonly Change[]) => void) {
    this.#ask = (afterId) => recentEvents(db, countyId, afterId)
    this.#tell = tell
    this.#log = log
    void this.#poll()
  }

  /** What happened in the last moments. */
  get recent(): Change[] {
    return this.#recent.filter(({ until }) => until > Date.now()).map(({ change }) => change)
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
  }

  async #poll(): Promise<void> {
    try {
      this.#take(await this.#ask(firstIdAt(this.#newest - OVERLAP_MS)))
      this.#failing = false
    } catch (error) {
      if (!this.#failing) this.#log.warn({ err: error }, 'changes cannot be followed')
      this.#failing = true
    }
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#poll(), EVERY_MS)
  }

  #take(events: Awaited<ReturnType<typeof recentEvents>>): void {
    const since = firstIdAt(Date.now() - REMEMBER_MS)
    const seen = this.#seen ?? new Set(events.filter(({ id }) => id < since).map(({ id }) => id))
    const changes = changesIn(events.filter(({ id }) => !seen.has(id)))
    this.#seen = new Set(events.map(({ id }) => id))
    this.#newest = Math.max(this.#newest, Date.now() - OVERLAP_MS, ...events.slice(0, 1).map(({ id }) => timeOf(id)))
    const until = Date.now() + REMEMBER_MS
    this.#recent = [
      ...this.#recent.filter((each) => each.until > Date.now()),
      ...changes.map((change) => ({ until, change })),
    ]
    if (changes.length > 0 && !this.#stopped) this.#tell(changes)
  }
}

/** The smallest UUID v7 of that millisecond. */
function firstIdAt(ms: number): string {
  const hex = ms.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

const timeOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
