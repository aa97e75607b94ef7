import type { Logger } from 'pino'

/** What was opened and must be closed again, the last one first. */
export class Closers {
  readonly #log: Logger
  readonly #stack: (() => Promise<void>)[] = []

  constructor(log: Logger) {
    this.#log = log
  }

  add(close: () => Promise<void>): void {
    this.#stack.push(close)
  }

  /** Closes everything; what fails to close does not keep the rest open. */
  async close(): Promise<void> {
    for (let close = this.#stack.pop(); close; close = this.#stack.pop()) {
      await close().catch((error: unknown) => this.#log.error({ err: error }, 'closing failed'))
    }
  }
}
