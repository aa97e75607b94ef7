import type { Sql } from 'postgres'
import { TransactionLost } from '../transaction-errors.ts'
import { drizzleClient } from './drizzle-client.ts'
import type { Lane, Question, Rows } from './lane.ts'

/** The client one transaction's Drizzle handle works with. */
export interface GuardedClient {
  client: Sql
  /** Refuses every further statement and waits for those under way. */
  seal(): Promise<void>
  /** The first error a statement of this transaction had, even if the work swallowed it. */
  firstFailure(): unknown
}

export function guardClient(lane: Lane, replyWithinMs: number | undefined): GuardedClient {
  const underWay = new Set<Promise<unknown>>()
  let sealed = false
  let failure: unknown

  async function ask(question: Question): Promise<Rows> {
    if (sealed) throw new TransactionLost(new Error('a statement came after the end of its transaction'))
    try {
      return await lane.ask(question, replyWithinMs)
    } catch (error) {
      failure ??= error
      throw lane.isLost ? new TransactionLost(error) : error
    }
  }

  function track(question: Question): Promise<Rows> {
    const reply = ask(question)
    const done = () => underWay.delete(reply)
    underWay.add(reply)
    reply.then(done, done)
    return reply
  }

  async function seal(): Promise<void> {
    sealed = true
    await Promise.allSettled(underWay)
  }

  return { client: drizzleClient(lane.client, track), seal, firstFailure: () => failure }
}
