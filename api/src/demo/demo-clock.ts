const day = 86_400_000

/** A clock the seed sets: so many days before now, in working hours, never going back, never in the future. */
export class DemoClock {
  readonly #start = Date.now()
  #at: number

  constructor() {
    this.#at = this.#start - 62 * day
  }

  readonly now = (): Date => new Date(this.#at)

  /** Moves to `ago` days before now; calls for the same day follow one another by some minutes. */
  moveTo(ago: number): void {
    this.#at = Math.min(Math.max(this.#start - ago * day, this.#at + 3 * 60_000), this.#start)
  }
}
