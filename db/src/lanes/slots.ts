import type { ConnectionSettings } from '../connection-settings.ts'
import { ConnectionLost } from '../transaction-errors.ts'
import { Lane } from './lane.ts'
import { Pulse } from './pulse.ts'
import { Slot } from './slot.ts'
import { WaitingLine } from './waiting-line.ts'

export interface SlotsOptions extends ConnectionSettings {
  size: number
  /** How many may wait for a connection at once (1 000), and for how long (10 s); beyond that they get TooBusy. */
  queueLimit?: number
  waitMs?: number
  /** After so long without any reply (2 s) a server is probed, and if it keeps silent everybody is refused at once until it answers. */
  silentAfterMs?: number
}

/** Connections, each held by one user at a time, in the order of asking. */
export class Slots {
  readonly #slots: Slot[]
  readonly #line: WaitingLine<Slot>
  readonly #pulse: Pulse

  constructor(url: string, options: SlotsOptions) {
    const { size, queueLimit = 1_000, waitMs = 10_000, silentAfterMs = 2_000, ...settings } = options
    this.#slots = Array.from({ length: size }, () => new Slot(url, settings, () => this.#refuseIfSilent()))
    this.#line = new WaitingLine(this.#slots, { queueLimit, waitMs })
    this.#pulse = new Pulse({
      silentAfterMs,
      lanes: () => this.#slots.map(({ present }) => present),
      probe: (withinMs) => probe(new Lane(url, settings), withinMs),
      fellSilent: () => {
        this.#line.turnAway(silent())
        this.#cut(silent())
      },
    })
  }

  async hold<T>(use: (slot: Slot) => Promise<T>): Promise<T> {
    this.#refuseIfSilent()
    const slot = await this.#line.take()
    try {
      return await use(slot)
    } finally {
      this.#line.giveBack(slot)
    }
  }

  /** Waits for those who hold one (what lasts longer than `withinMs` is cut), then closes every connection. */
  async end(withinMs = 10_000): Promise<void> {
    this.#pulse.stop()
    const patience = setTimeout(() => this.#cut(closing()), withinMs)
    await this.#line.close(closing())
    clearTimeout(patience)
    await Promise.all(this.#slots.map((slot) => slot.close()))
  }

  #refuseIfSilent(): void {
    if (this.#pulse.isSilent) throw silent()
  }

  #cut(reason: Error): void {
    for (const { present } of this.#slots) present.lose(reason)
  }
}

function closing(): Error {
  return new ConnectionLost(new Error('the server is shutting down'))
}

const silent = () => new ConnectionLost(new Error('the server does not answer'))

async function probe(lane: Lane, withinMs: number): Promise<void> {
  try {
    await lane.ask({ text: 'select 1' }, withinMs)
  } finally {
    lane.lose(new Error('a probe is asked once'))
  }
}
