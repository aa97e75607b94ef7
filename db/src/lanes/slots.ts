import type { ConnectionSettings } from '../connection-settings.ts'
import { ConnectionLost } from '../transaction-errors.ts'
import { Slot } from './slot.ts'
import { WaitingLine } from './waiting-line.ts'

export interface SlotsOptions extends ConnectionSettings {
  size: number
  /** How many may wait for a connection at once (1 000), and for how long (10 s); beyond that they get TooBusy. */
  queueLimit?: number
  waitMs?: number
}

/** Connections, each held by one user at a time, in the order of asking. */
export class Slots {
  readonly #slots: Slot[]
  readonly #line: WaitingLine<Slot>

  constructor(url: string, { size, queueLimit = 1_000, waitMs = 10_000, ...settings }: SlotsOptions) {
    this.#slots = Array.from({ length: size }, () => new Slot(url, settings))
    this.#line = new WaitingLine(this.#slots, { queueLimit, waitMs })
  }

  async hold<T>(use: (slot: Slot) => Promise<T>): Promise<T> {
    const slot = await this.#line.take()
    try {
      return await use(slot)
    } finally {
      this.#line.giveBack(slot)
    }
  }

  /** Waits for those who hold one (what lasts longer than `withinMs` is cut), then closes every connection. */
  async end(withinMs = 10_000): Promise<void> {
    const patience = setTimeout(() => this.#cut(), withinMs)
    await this.#line.close(closing())
    clearTimeout(patience)
    await Promise.all(this.#slots.map((slot) => slot.close()))
  }

  #cut(): void {
    for (const slot of this.#slots) slot.lose(closing())
  }
}

function closing(): Error {
  return new ConnectionLost(new Error('the server is shutting down'))
}
