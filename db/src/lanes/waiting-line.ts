import { TooBusy } from '../transaction-errors.ts'

export interface WaitingLineOptions {
  /** How many may wait at once. */
  queueLimit: number
  waitMs: number
}

interface Waiter<T> {
  admit(thing: T): void
  refuse(reason: Error): void
}

/** Hands each thing to one holder at a time, in the order they asked. */
export class WaitingLine<T> {
  readonly #free: T[]
  readonly #size: number
  readonly #options: WaitingLineOptions
  readonly #waiters = new Set<Waiter<T>>()
  #closed: Error | undefined
  #allBack: (() => void) | undefined

  constructor(things: readonly T[], options: WaitingLineOptions) {
    this.#free = [...things]
    this.#size = things.length
    this.#options = options
  }

  async take(): Promise<T> {
    if (this.#closed) throw this.#closed
    const [thing] = this.#free.splice(-1)
    if (thing !== undefined) return thing
    if (this.#waiters.size >= this.#options.queueLimit) throw new TooBusy('queue_full')
    return this.#wait()
  }

  giveBack(thing: T): void {
    const [next] = this.#waiters
    if (next) return next.admit(thing)
    this.#free.push(thing)
    if (this.#free.length === this.#size) this.#allBack?.()
  }

  /** Refuses whoever waits now, and nobody after. */
  turnAway(reason: Error): void {
    for (const waiter of this.#waiters) waiter.refuse(reason)
  }

  /** Refuses everyone from now on, and resolves when the last thing is back. */
  async close(reason: Error): Promise<void> {
    this.#closed = reason
    this.turnAway(reason)
    if (this.#free.length === this.#size) return
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#allBack = resolve
    await promise
  }

  async #wait(): Promise<T> {
    const { promise, resolve: admit, reject: refuse } = Promise.withResolvers<T>()
    const waiter: Waiter<T> = { admit, refuse }
    this.#waiters.add(waiter)
    const timer = setTimeout(() => refuse(new TooBusy('waited_too_long')), this.#options.waitMs)
    try {
      return await promise
    } finally {
      clearTimeout(timer)
      this.#waiters.delete(waiter)
    }
  }
}
