import type { ConnectionSettings } from '../connection-settings.ts'
import { Lane } from './lane.ts'

/** A place for one connection at a time: when it is lost, the next that asks gets a new one. */
export class Slot {
  readonly #open: () => Lane
  readonly #mayOpen: () => void
  #lane: Lane

  /** `mayOpen` throws where no new connection is to be made. */
  constructor(url: string, settings: ConnectionSettings, mayOpen: () => void = () => undefined) {
    this.#open = () => new Lane(url, settings)
    this.#lane = this.#open()
    this.#mayOpen = mayOpen
  }

  get lane(): Lane {
    if (!this.#lane.isLost) return this.#lane
    this.#mayOpen()
    this.#lane = this.#open()
    return this.#lane
  }

  /** The one that is there, lost or not. */
  get present(): Lane {
    return this.#lane
  }

  close(): Promise<void> {
    return this.#lane.close()
  }
}
