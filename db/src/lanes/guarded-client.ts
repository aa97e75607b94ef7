import type { ParameterOrJSON, Sql, UnsafeQueryOptions } from 'postgres'
import { TransactionLost } from '../transaction-errors.ts'
import type { Lane, Rows } from './lane.ts'

/** The client one transaction's Drizzle handle works with. */
export interface GuardedClient {
  client: Sql
  /** Refuses every further statement and waits for those under way. */
  seal(): Promise<void>
  /** The first error a statement of this transaction had, even if the work swallowed it. */
  firstFailure(): unknown
}

const PASSED_ON = new Set<string | symbol>(['options'])

export function guardClient(lane: Lane, replyWithinMs: number | undefined): GuardedClient {
  const underWay = new Set<Promise<unknown>>()
  let sealed = false
  let failure: unknown

  function unsafe(text: string, parameters?: ParameterOrJSON<never>[], options?: UnsafeQueryOptions) {
    if (sealed) throw new TransactionLost(new Error('a statement came after the end of its transaction'))
    if (lane.isLost) throw new TransactionLost()
    const statement = lane.statement(text, parameters, options)
    const reply = lane.send(statement, replyWithinMs).catch((error: unknown): Rows => {
      failure ??= error
      throw lane.isLost ? new TransactionLost(error) : error
    })
    track(reply)
    return Object.assign(reply, { values: () => (statement.values(), reply) })
  }

  function track(reply: Promise<unknown>): void {
    underWay.add(reply)
    const done = () => underWay.delete(reply)
    reply.then(done, done)
  }

  async function seal(): Promise<void> {
    sealed = true
    await Promise.allSettled(underWay)
  }

  const refuse = (name: string): never => {
    throw new Error(`${name} has no place inside withTx`)
  }
  const client = new Proxy(lane.client, {
    apply: () => refuse('a tagged statement'),
    get(target, key) {
      if (key === 'unsafe') return unsafe
      if (typeof key === 'symbol' || PASSED_ON.has(key)) return Reflect.get(target, key)
      return refuse(key)
    },
  })
  return { client, seal, firstFailure: () => failure }
}
