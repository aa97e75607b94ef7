import type { Pace } from '@dj/shared/platform/pace.ts'
import { FairLine, type FairLineOptions } from './fair-line.ts'
import { Pacer } from './pacer.ts'

/** Kinds of what costs the machine more than a page does. */
export type Cost = 'search' | 'record' | 'file' | 'photo'

interface Limit {
  /** What one person does at once, and how much more of it waits. */
  atOnce: number
  waiting: number
  /** How often; without it as often as there is a turn. */
  pace?: Pace
}

const limits: Record<Cost, Limit> = {
  search: { atOnce: 2, waiting: 8 },
  record: { atOnce: 4, waiting: 60, pace: { most: 60, everyMs: 5_000 } },
  file: { atOnce: 1, waiting: 4, pace: { most: 40, everyMs: 15_000 } },
  photo: { atOnce: 2, waiting: 40, pace: { most: 300, everyMs: 2_000 } },
}

interface Asked {
  person: string
  now: () => Date
}

/**
 * What one account may ask of the machine, in this process: a turn among its own, and a pace. What fails is given back.
 * Nobody waits for another's turns. Errors: rate_limited with the seconds until there is room again.
 */
export class Costly {
  readonly #lines = new Map<string, { line: FairLine; users: number }>()
  // What is counted is counted by a clock: an app that goes by another one begins at nothing.
  readonly #pacers = new WeakMap<Asked['now'], Map<Cost, Pacer>>()

  async let<T>(cost: Cost, { person, now }: Asked, work: () => Promise<T>): Promise<T> {
    const pacer = this.#pacerOf(cost, now)
    pacer?.take(person, now())
    try {
      return await this.#inTurn(cost, person, work)
    } catch (error) {
      pacer?.giveBack(person)
      throw error
    }
  }

  async #inTurn<T>(cost: Cost, person: string, work: () => Promise<T>): Promise<T> {
    const key = `${cost}\n${person}`
    const mine = this.#lines.get(key) ?? { line: new FairLine(lineOf(limits[cost])), users: 0 }
    this.#lines.set(key, mine)
    mine.users += 1
    try {
      return await mine.line.serve(person, work)
    } finally {
      mine.users -= 1
      if (mine.users === 0) this.#lines.delete(key)
    }
  }

  #pacerOf(cost: Cost, now: Asked['now']): Pacer | undefined {
    const { pace } = limits[cost]
    if (!pace) return undefined
    const pacers = this.#pacers.get(now) ?? new Map<Cost, Pacer>()
    this.#pacers.set(now, pacers)
    const pacer = pacers.get(cost) ?? new Pacer(pace)
    pacers.set(cost, pacer)
    return pacer
  }
}

const lineOf = ({ atOnce, waiting }: Limit): FairLineOptions => ({
  atOnce,
  perKey: waiting,
  together: waiting,
  code: 'rate_limited',
})
