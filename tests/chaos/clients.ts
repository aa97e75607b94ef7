import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Dice } from '../support/fuzz.ts'
import type { Attempt } from './attempts.ts'
import type { Post } from './servers.ts'

/** What a client was told in the end. */
export interface Told {
  status: number
  /** Of what was made. */
  id: string | null
  code: string | null
}

export interface Entry {
  key: string
  memberId: string
  /** The order that was claimed, or whatever else was acted on. */
  about: string
  /** How many sent it, and what each was told. */
  senders: number
  answers: Told[]
}

const REPLY_WITHIN_MS = 12_000
const Body = z.object({ id: z.string().optional(), code: z.string().optional() })

/** People who press a button and, while nobody tells them what came of it, press again. */
export class Clients {
  readonly journal: Entry[] = []
  readonly #posts: readonly Post[]
  readonly #dice: Dice
  readonly #signal: AbortSignal
  /** Requests that had no answer, or one that only asks to come again. */
  repeats = 0
  /** Attempts everybody has an answer to. */
  answered = 0

  constructor(posts: readonly Post[], dice: Dice, signal: AbortSignal) {
    this.#posts = posts
    this.#dice = dice
    this.#signal = signal
  }

  get underWay(): number {
    return this.#posts.reduce((sum, post) => sum + post.underWay, 0)
  }

  /** So many at once, one attempt after another, until nobody wants more. */
  async work(attempts: Iterator<Attempt>, { clients, more }: { clients: number; more: () => boolean }): Promise<void> {
    const one = async () => {
      while (more() && !this.#signal.aborted) {
        const next = attempts.next()
        if (next.done) return
        await this.#make(next.value)
      }
    }
    await Promise.all(Array.from({ length: clients }, one))
  }

  async #make(attempt: Attempt): Promise<void> {
    const { key, who, about, twice } = attempt
    const entry: Entry = { key, memberId: who.id, about, senders: twice ? 2 : 1, answers: [] }
    this.journal.push(entry)
    const insist = async () => {
      const told = await this.#untilTold(attempt)
      if (told) entry.answers.push(told)
    }
    await Promise.all(twice ? [insist(), insist()] : [insist()])
    this.answered += 1
  }

  async #untilTold(attempt: Attempt): Promise<Told | undefined> {
    for (let turn = 0; !this.#signal.aborted; turn += 1) {
      const told = await this.#ask(this.#dice.pick(this.#posts), attempt)
      if (told) return told
      this.repeats += 1
      await pause(20 + this.#dice.below(80) * Math.min(turn, 5))
    }
    return undefined
  }

  /** Nothing where the answer is no answer: broken off, an error of the server, or "come again". */
  async #ask(post: Post, { key, who, path, body }: Attempt): Promise<Told | undefined> {
    const form = typeof body === 'function' ? body() : undefined
    const type = form ? undefined : { 'content-type': 'application/json' }
    const headers = { cookie: who.cookie, 'idempotency-key': key, ...type }
    const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(REPLY_WITHIN_MS)])
    post.underWay += 1
    try {
      const address = `${post.address}/api/v1${path}`
      const reply = await fetch(address, { method: 'POST', headers, body: form ?? JSON.stringify(body), signal })
      const { id = null, code = null } = Body.parse(await reply.json())
      if (reply.status >= 500 || reply.status === 429 || code === 'request.in_flight') return undefined
      return { status: reply.status, id, code }
    } catch {
      return undefined
    } finally {
      post.underWay -= 1
    }
  }
}
