import { type Level, levelNow, type Pace, spend } from '@dj/shared/platform/pace.ts'
import { MustWait } from './must-wait.ts'

const KEYS = 20_000
const nothing: Level = { level: 0, at: 0 }

/** What each key has used up of its pace, in this process: with several processes a key may do so many times as much. */
export class Pacer {
  readonly #pace: Pace
  readonly #levels = new Map<string, Level>()

  constructor(pace: Pace) {
    this.#pace = pace
  }

  /** Counts one. Errors: rate_limited with the wait until there is room again; then nothing is counted. */
  take(key: string, at: Date): void {
    const now = at.getTime()
    const { waitMs, ...level } = spend(this.#pace, this.#levels.get(key) ?? nothing, 1, now)
    if (waitMs > 0) throw new MustWait('rate_limited', waitMs)
    if (this.#levels.size >= KEYS) this.#forgetIdle(now)
    this.#levels.set(key, level)
  }

  giveBack(key: string): void {
    const level = this.#levels.get(key)
    if (level) this.#levels.set(key, { ...level, level: Math.max(0, level.level - 1) })
  }

  #forgetIdle(now: number): void {
    for (const [key, level] of this.#levels) if (levelNow(this.#pace, level, now).level === 0) this.#levels.delete(key)
    // Still full: someone has that many addresses. Forgetting all of them costs less than the memory.
    if (this.#levels.size >= KEYS) this.#levels.clear()
  }
}
