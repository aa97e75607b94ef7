import { indexTerms } from '@dj/db/search/terms.ts'
import { rarity } from '@dj/shared/collect/need/similar.rules.ts'

/** The terms of many texts, as numbers in one run: as strings, or as an array each, those of 50 000 rows would not fit. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>()
  readonly #words: string[] = []
  readonly #texts: number[] = []
  readonly #ends: number[] = []
  #run = new Uint32Array(4096)

  /** Reads the next text. */
  read(body: string): void {
    const terms = indexTerms(body)
    const start = this.#ends.at(-1) ?? 0
    const end = start + terms.length
    if (end > this.#run.length) this.#grow(end)
    for (const [at, term] of terms.entries()) {
      const number = this.#numbers.get(term) ?? this.#add(term)
      this.#texts[number] = (this.#texts[number] ?? 0) + 1
      this.#run[start + at] = number
    }
    this.#ends.push(end)
  }

  #grow(needed: number): void {
    const larger = new Uint32Array(Math.max(needed, this.#run.length * 2))
    larger.set(this.#run)
    this.#run = larger
  }

  #add(term: string): number {
    this.#numbers.set(term, this.#words.length)
    return this.#words.push(term) - 1
  }

  /** The terms of the n-th text read, as numbers. */
  terms(nth: number): Uint32Array {
    return this.#run.subarray(this.#ends[nth - 1] ?? 0, this.#ends[nth])
  }

  words(nth: number): string[] {
    return Array.from(this.terms(nth), (number) => this.#words[number] ?? '')
  }

  numberOf(term: string): number {
    return this.#numbers.get(term) ?? -1
  }

  /** What each term tells, by its number, once every text was read. */
  weights(): Float64Array {
    return Float64Array.from(this.#texts, (texts) => rarity(texts, this.#ends.length))
  }
}
