/** What was answered in how much time, over all rounds of one thing measured. */
export class Tally {
  readonly #times: number[] = []
  readonly #statuses = new Map<number, number>()
  #ms = 0

  count(status: number, ms: number): void {
    this.#times.push(ms)
    this.#statuses.set(status, this.#of(status) + 1)
  }

  lasted(ms: number): void {
    this.#ms += ms
  }

  /** Answers of that status a second. */
  rate(status: number): number {
    return this.#of(status) / (this.#ms / 1000)
  }

  /** The time within which that share of all answers came, in milliseconds. */
  within(share: number): number {
    const sorted = this.#times.toSorted((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
  }

  /** What should not have been answered, as `500 × 3`. */
  unexpected(...expected: number[]): string[] {
    return [...this.#statuses].filter(([status]) => !expected.includes(status)).map(([status, n]) => `${status} × ${n}`)
  }

  #of(status: number): number {
    return this.#statuses.get(status) ?? 0
  }
}
