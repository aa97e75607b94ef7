import type { Lane } from './lane.ts'

export interface PulseOptions {
  /** So long without a reply to anything, and nobody counts on the server before it answered a probe (2 s). */
  silentAfterMs: number
  /** The connections that are there now. */
  lanes: () => readonly Lane[]
  /** Asks the server over a connection of its own, and rejects if it does not answer in time. */
  probe: (withinMs: number) => Promise<unknown>
  /** Called whenever the server turns out to be silent: whoever waits for it waits in vain. */
  fellSilent: () => void
}

/** Looks so many times in the time after which a server is silent. */
const LOOKS = 8

/**
 * Notices a server that is there and says nothing: frozen, or behind a wire that swallows. While it is silent it is asked
 * again and again on the side, so that nobody else has to wait to find out.
 */
export class Pulse {
  readonly #options: PulseOptions
  readonly #timer: NodeJS.Timeout
  readonly #everyMs: number
  #lastLook = performance.now()
  /** When we know it to have been alive, or ourselves to have been too busy to hear it. */
  #aliveAt = performance.now()
  #isSilent = false
  #isAsking = false

  constructor(options: PulseOptions) {
    this.#options = options
    this.#everyMs = options.silentAfterMs / LOOKS
    this.#timer = setInterval(() => this.#look(), this.#everyMs).unref()
  }

  get isSilent(): boolean {
    return this.#isSilent
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #look(): void {
    const now = performance.now()
    const wasAsleep = now - this.#lastLook > 2 * this.#everyMs
    this.#lastLook = now
    if (wasAsleep) this.#aliveAt = now // replies may lie unread
    if (this.#isAsking || !(this.#isSilent || this.#isSuspicious(now))) return
    this.#isAsking = true
    void this.#ask().finally(() => (this.#isAsking = false))
  }

  #isSuspicious(now: number): boolean {
    const silences = this.#options.lanes().map((lane) => lane.silence)
    const before = now - this.#options.silentAfterMs
    const isWaiting = silences.some(({ waitingSince }) => waitingSince !== undefined && waitingSince < before)
    return isWaiting && Math.max(this.#aliveAt, ...silences.map(({ lastReply }) => lastReply)) < before
  }

  async #ask(): Promise<void> {
    const askedAt = performance.now()
    const answers = await this.#options.probe(this.#options.silentAfterMs).then(
      () => true,
      () => false,
    )
    const heardMeanwhile =
      this.#aliveAt > askedAt || this.#options.lanes().some(({ silence }) => silence.lastReply > askedAt)
    if (answers || heardMeanwhile) this.#aliveAt = performance.now()
    this.#isSilent = !answers && !heardMeanwhile
    if (this.#isSilent) this.#options.fellSilent()
  }
}
