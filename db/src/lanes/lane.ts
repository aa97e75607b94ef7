import type { Socket } from 'node:net'
import postgres, {
  type ParameterOrJSON,
  type PendingQuery,
  type Row,
  type RowList,
  type Sql,
  type UnsafeQueryOptions,
} from 'postgres'
import { clientOptions, type ConnectionSettings, STATEMENT_TIMEOUT_MS } from '../connection-settings.ts'
import { isConnectionLoss } from '../postgres-error.ts'
import { statementCache } from '../statement-cache.ts'
import { ConnectionLost } from '../transaction-errors.ts'
import { type ServerAddress, singleSocket } from './single-socket.ts'

export type Statement = PendingQuery<(Row & Iterable<Row>)[]>
export type Rows = RowList<(Row & Iterable<Row>)[]>

/** How much longer than the server's own time-out we wait for a server that may be gone without a word. */
export const GRACE_MS = 5_000

/** One connection from its first statement to its end. It never reconnects: what follows a loss is refused. */
export class Lane {
  readonly client: Sql
  readonly #replyWithinMs: number
  readonly #worthPreparing = statementCache()
  readonly #underWay = new Set<(reason: ConnectionLost) => void>()
  readonly #connectOnce = singleSocket()
  #socket: Socket | undefined
  #loss: ConnectionLost | undefined
  #hasWorked = false

  constructor(url: string, settings: ConnectionSettings) {
    this.#replyWithinMs = (settings.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS) + GRACE_MS
    const options = {
      ...clientOptions(settings),
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      socket: async (address: ServerAddress) => (this.#socket = await this.#connectOnce(address)),
      onclose: () => this.lose(new Error('the server closed the connection')),
    }
    this.client = postgres(url, options)
  }

  get isLost(): boolean {
    return this.#loss !== undefined
  }

  /** Whether this connection ever answered. */
  get hasWorked(): boolean {
    return this.#hasWorked
  }

  statement(text: string, parameters: ParameterOrJSON<never>[] = [], asked: UnsafeQueryOptions = {}): Statement {
    const prepare = parameters.length > 0 && this.#worthPreparing(text)
    const made = this.client.unsafe(text, parameters, { ...asked, prepare })
    // On an error the driver files a stack under each such statement and never removes it.
    return Object.defineProperty(made, 'origin', { value: '' })
  }

  /** Sends it now. Rejects with ConnectionLost the moment the connection goes, even where the driver would wait on. */
  async send(statement: Statement, replyWithinMs = this.#replyWithinMs): Promise<Rows> {
    if (this.#loss) throw this.#loss
    const silence = setTimeout(() => this.lose(new Error('the server did not reply')), replyWithinMs)
    const { promise: loss, reject: abandon } = Promise.withResolvers<never>()
    this.#underWay.add(abandon)
    try {
      const rows = await Promise.race([statement, loss])
      this.#hasWorked = true
      return rows
    } catch (error) {
      if (isConnectionLoss(error)) this.lose(error)
      throw this.#loss ?? error
    } finally {
      clearTimeout(silence)
      this.#underWay.delete(abandon)
    }
  }

  /** Ends the connection at once, and with it whatever is under way. */
  lose(cause: unknown): void {
    if (this.#loss) return
    this.#loss = new ConnectionLost(cause)
    for (const abandon of this.#underWay) abandon(this.#loss)
    this.#socket?.destroy()
    void this.client.end({ timeout: 0 })
  }

  /** Ends the connection after its last reply. */
  close(): Promise<void> {
    return this.client.end({ timeout: 5 })
  }
}
