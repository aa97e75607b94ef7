import type { ConnectionSettings } from '../connection-settings.ts'
import { Lane } from './lane.ts'

/** A place for one connection at a time: when it is lost, the next that asks gets a new one. */
export class Slot {
  readonly #open: () => Lane
  #lane: Lane

  constructor(url: string, settings: ConnectionSettings) {
    this.#open = () => new Lane(url, settings)
    this.#lane = this.#open()
  }

  get lane(): Lane {
    if (this.#lane.isLost) this.#lane = this.#open()
    return this.#lane
  }

  lose(cause: unknown): void {
    this.#lane.lose(cause)
  }

  close(): Promise<void> {
    return this.#lane.close()
  }
}
