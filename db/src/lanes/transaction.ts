import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type { Reads } from '../connect.ts'
import { CommitUnknown, TransactionLost } from '../transaction-errors.ts'
import { type GuardedClient, guardClient } from './guarded-client.ts'
import { GRACE_MS, type Lane } from './lane.ts'

/** The handle of one open transaction. It has no `transaction` of its own and is refused once its transaction is over. */
export type Tx = Reads & Pick<PostgresJsDatabase, 'delete' | 'insert' | 'update'>

/** How a transaction opens, and how long one of its statements may stay without a reply. */
export interface Opening {
  readonly text: string
  readonly replyWithinMs: number | undefined
}

/**
 * One round trip: begin, the county, the clock in milliseconds. The county is a literal in a SET LOCAL and not a
 * set_config: on Citus only the former reaches the workers (there, `set local citus.propagate_set_commands = 'local'`
 * goes before it; elsewhere that setting is an error).
 */
export function openingOf(countyId: string, statementTimeoutMs: number | undefined): Opening {
  if (!/^[0-9]{6}$/.test(countyId)) throw new TypeError('a county is six digits')
  const limit = statementTimeoutMs === undefined ? undefined : Math.ceil(statementTimeoutMs)
  const text = [
    'begin isolation level read committed',
    `set local app.county_id = '${countyId}'`,
    ...(limit === undefined ? [] : [`set local statement_timeout = ${limit}`]),
    'select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now',
  ].join('; ')
  return { text, replyWithinMs: limit === undefined ? undefined : limit + GRACE_MS }
}

export async function begin(lane: Lane, { text }: Opening): Promise<Date> {
  const replies: unknown = await lane.ask({ text })
  return new Date(clockIn(replies))
}

function clockIn(replies: unknown): number {
  const last: unknown = Array.isArray(replies) ? replies.at(-1) : undefined
  const row: unknown = Array.isArray(last) ? last[0] : undefined
  if (typeof row === 'object' && row !== null && 'now' in row && typeof row.now === 'number') return row.now
  throw new Error('the database did not tell its clock')
}

/** Does the work in the transaction that was begun on this lane, and ends it. */
export async function finish<T>(lane: Lane, opening: Opening, work: (tx: Tx) => Promise<T>): Promise<T> {
  const guarded = guardClient(lane, opening.replyWithinMs)
  let result: T
  try {
    result = await work(drizzle(guarded.client))
    await guarded.seal()
  } catch (error) {
    await rollBack(lane, guarded)
    throw lane.isLost && !(error instanceof TransactionLost) ? new TransactionLost(error) : error
  }
  await commit(lane, guarded)
  return result
}

async function commit(lane: Lane, guarded: GuardedClient): Promise<void> {
  if (lane.isLost) throw new TransactionLost(guarded.firstFailure())
  const reply = await lane.ask({ text: 'commit' }).catch((error: unknown) => {
    throw lane.isLost ? new CommitUnknown(error) : error
  })
  // PostgreSQL answers COMMIT with ROLLBACK, and no error, when a statement had failed and the work went on.
  if (reply.command !== 'COMMIT') throw guarded.firstFailure() ?? new TransactionLost()
}

async function rollBack(lane: Lane, guarded: GuardedClient): Promise<void> {
  await guarded.seal()
  if (lane.isLost) return
  await lane.ask({ text: 'rollback' }).catch((error: unknown) => lane.lose(error))
}
