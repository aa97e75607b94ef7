import type { ProblemCode } from '@dj/shared/problem.ts'

const LASTS_MS = 30_000
const told = ['service.storage_full', 'service.database_failing'] as const
type Told = (typeof told)[number]

/** What requests lately found wrong with the server, for those who look whether it can be counted on. */
export class Trouble {
  #last: { code: Told; at: number } | undefined

  note(code: ProblemCode): void {
    const found = told.find((each) => each === code)
    if (found) this.#last = { code: found, at: performance.now() }
  }

  /** Half a minute after the last refusal it is worth trying again. */
  get now(): Told | undefined {
    return this.#last && performance.now() - this.#last.at < LASTS_MS ? this.#last.code : undefined
  }
}
