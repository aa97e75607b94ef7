// Of those who share a term the newest are looked at, of these the few that share most: a file of 50 000 rows compared
// pair by pair would take an hour.
const NEWEST = 64
const CLOSEST = 3

/** Per town and term, who said it. */
export class Shelves {
  readonly #said = new Map<string, Map<number, number[]>>()
  /** What each shares with the one looked for; zero again after each look. */
  readonly #shared: Float64Array

  constructor(size: number) {
    this.#shared = new Float64Array(size)
  }

  add(town: string, terms: readonly number[], index: number): void {
    const shelf = this.#said.get(town) ?? new Map<number, number[]>()
    this.#said.set(town, shelf)
    for (const term of terms) {
      const known = shelf.get(term)
      if (known === undefined) shelf.set(term, [index])
      else known.push(index)
      if (known !== undefined && known.length > 2 * NEWEST) known.splice(0, NEWEST)
    }
  }

  /** The few of the town that share the most telling terms. */
  closest(town: string, terms: readonly number[], weights: Float64Array): number[] {
    const shelf = this.#said.get(town)
    const touched: number[] = []
    for (const term of terms) {
      const known = shelf?.get(term) ?? []
      for (let at = Math.max(0, known.length - NEWEST); at < known.length; at += 1) {
        const index = known[at] ?? 0
        if (this.#shared[index] === 0) touched.push(index)
        this.#shared[index] = (this.#shared[index] ?? 0) + (weights[term] ?? 0)
      }
    }
    return this.#most(touched)
  }

  #most(touched: readonly number[]): number[] {
    const shares = (index: number | undefined) => (index === undefined ? 0 : (this.#shared[index] ?? 0))
    const best: number[] = []
    for (const index of touched) {
      if (best.length === CLOSEST && shares(index) <= shares(best.at(-1))) continue
      const place = best.findIndex((other) => shares(other) < shares(index))
      best.splice(place < 0 ? best.length : place, 0, index)
      best.length = Math.min(best.length, CLOSEST)
    }
    for (const index of touched) this.#shared[index] = 0
    return best
  }
}
