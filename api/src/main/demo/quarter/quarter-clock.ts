/** A clock that stands where the play puts it, in Shanghai. */
export class QuarterClock {
  #at: Date

  constructor(at: Date) {
    this.#at = at
  }

  readonly now = (): Date => new Date(this.#at)

  /** `moveTo('12-01', '09:30')` of the year that is played. */
  moveTo(day: string, time: string): void {
    const to = new Date(`${this.#at.getUTCFullYear()}-${day}T${time}:00+08:00`)
    if (to < this.#at) throw new Error(`the clock does not go back to ${day} ${time}`)
    this.#at = to
  }
}
