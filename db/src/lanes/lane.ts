import type { Socket } from 'node:net'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres, { type ParameterOrJSON, type Row, type RowList, type Sql, type UnsafeQueryOptions } from 'postgres'
import { clientOptions, type ConnectionSettings, STATEMENT_TIMEOUT_MS } from '../connection-settings.ts'
import { isConnectionLoss } from '../postgres-error.ts'
import { ConnectionLost } from '../transaction-errors.ts'
import { recurring } from './recurring.ts'
import { type ServerAddress, singleSocket } from './single-socket.ts'

export type Rows = RowList<(Row & Iterable<Row>)[]>

export interface Question {
  text: string
  parameters?: ParameterOrJSON<never>[]
  options?: UnsafeQueryOptions
  /** Rows as arrays: Drizzle says so right after it has asked. */
  asValues?: boolean
}

/** A setting of the connection that row security reads, and what it is to be for one question. */
export interface Scope {
  setting: 'app.reading_county' | 'app.account'
  value: string
}

/** How much longer than the server's own time-out we wait for a server that may be gone without a word. */
export const GRACE_MS = 5_000

/**
 * One connection from its first statement to its end. It never reconnects: what follows a loss is refused. (A driver
 * that reconnects runs the rest of a transaction outside of it, and now and then sends its left-over bytes first.)
 */
export class Lane {
  readonly client: Sql
  readonly #worthPreparing = recurring()
  readonly #replyWithinMs: number
  /** What ends each wait, and since when it lasts; the oldest first. */
  readonly #underWay = new Map<(reason: ConnectionLost) => void, number>()
  readonly #connectOnce = singleSocket()
  readonly #settings = new Map<Scope['setting'], string>()
  #socket: Socket | undefined
  #loss: ConnectionLost | undefined
  #hasWorked = false
  #lastReply = 0

  constructor(url: string, settings: ConnectionSettings) {
    this.#replyWithinMs = (settings.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS) + GRACE_MS
    const options = {
      ...clientOptions(settings),
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      socket: (address: ServerAddress) => this.#connect(address),
      onclose: () => this.#closed(),
    }
    this.client = postgres(url, options)
    drizzle(this.client) // sets how this client reads dates, so that it is the same with any handle
  }

  get isLost(): boolean {
    return this.#loss !== undefined
  }

  /** Whether this connection ever answered. */
  get hasWorked(): boolean {
    return this.#hasWorked
  }

  /** Since when a statement has been waiting for its reply, and when the last reply came, by `performance.now()`. */
  get silence(): { waitingSince: number | undefined; lastReply: number } {
    const [waitingSince] = this.#underWay.values()
    return { waitingSince, lastReply: this.#lastReply }
  }

  /** Sends it now. Rejects with ConnectionLost the moment the connection goes, even where the driver would wait on. */
  async ask(question: Question, replyWithinMs = this.#replyWithinMs): Promise<Rows> {
    if (this.#loss) throw this.#loss
    const silence = setTimeout(() => this.lose(new Error('the server did not reply')), replyWithinMs)
    const { promise: loss, reject: abandon } = Promise.withResolvers<never>()
    this.#underWay.set(abandon, performance.now())
    try {
      const rows = await Promise.race([this.#statement(question), loss])
      this.#hasWorked = true
      this.#lastReply = performance.now()
      return rows
    } catch (error) {
      if (isConnectionLoss(error)) this.lose(error)
      else this.#lastReply = performance.now()
      throw this.#loss ?? error
    } finally {
      clearTimeout(silence)
      this.#underWay.delete(abandon)
    }
  }

  /** Asks under a setting. It stays on the connection; another one is sent ahead of the question, in the same round trip. */
  async askIn({ setting, value }: Scope, question: Question): Promise<Rows> {
    if ((this.#settings.get(setting) ?? '') === value) return this.ask(question)
    this.#settings.set(setting, value)
    const set = this.ask({ text: 'select set_config($1, $2, false)', parameters: [setting, value] })
    const [, rows] = await Promise.all([set.catch((error: unknown) => this.#unset(error)), this.ask(question)])
    return rows
  }

  /** Nobody knows under which setting this connection is: it is given up. */
  #unset(error: unknown): never {
    this.lose(error)
    throw error
  }

  /** Ends the connection at once, and with it whatever is under way. */
  lose(cause: unknown): void {
    if (this.#loss) return
    this.#loss = new ConnectionLost(cause)
    for (const abandon of this.#underWay.keys()) abandon(this.#loss)
    this.#socket?.destroy()
    void this.client.end({ timeout: 0 })
  }

  /** Ends the connection after its last reply. */
  close(): Promise<void> {
    return this.client.end({ timeout: 5 })
  }

  /** Closed before its first answer, the driver asks for a second socket without a word, and refused it waits for ever. */
  async #connect(address: ServerAddress): Promise<Socket> {
    try {
      const socket = await this.#connectOnce(address)
      if (this.#loss) socket.destroy() // given up meanwhile
      return (this.#socket = socket.once('close', () => this.#closed()))
    } catch (error) {
      this.lose(error)
      throw error
    }
  }

  #closed(): void {
    this.lose(new Error('the server closed the connection'))
  }

  /** Drizzle asks for unprepared statements only; here, what recurs is prepared. */
  #statement(question: Question) {
    const { text, parameters = [], options = {} } = question
    const prepare = parameters.length > 0 && this.#worthPreparing(text)
    const statement = this.client.unsafe(text, parameters, { ...options, prepare })
    queueMicrotask(() => question.asValues && statement.values())
    // On an error the driver files a stack under each such statement and never removes it.
    return Object.defineProperty(statement, 'origin', { value: '' })
  }
}
