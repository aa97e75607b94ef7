/** Wednesday, ten in the morning in Shanghai, in the fourth quarter: when every world begins. */
export const MORNING = '2026-11-18T02:00:00Z'

/** A clock that stands until a test moves it. */
export class MovableClock {
  #at: Date

  constructor(at: string) {
    this.#at = new Date(at)
  }

  readonly now = (): Date => new Date(this.#at)

  set(at: string | Date): void {
    this.#at = new Date(at)
  }

  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = by
    this.#at = new Date(this.#at.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)
  }
}
