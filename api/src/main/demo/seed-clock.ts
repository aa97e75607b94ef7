const day = 86_400_000

/** A clock the seed sets: so many days before an instant that is now unless said otherwise, never going back, never after it. */
export class SeedClock {
  readonly #start: number
  #at: number

  /** Its past begins `days` before `until`. */
  constructor(until: Date, days: number) {
    this.#start = until.getTime()
    this.#at = this.#start - days * day
  }

  readonly now = (): Date => new Date(this.#at)

  /** The instant so many days before now. */
  readonly before = (ago: number): Date => new Date(this.#start - ago * day)

  /** Moves to `ago` days before now; calls for the same day follow one another by some minutes. */
  moveTo(ago: number): void {
    this.#at = Math.min(Math.max(this.#start - ago * day, this.#at + 3 * 60_000), this.#start)
  }
}
