import { Lane } from './lanes/lane.ts'

const NO_LIMIT_MS = 2_147_483_647 // the longest a timer can be

/** Asks one statement after another on the connection that holds the lock. */
export type Ask = (text: string) => Promise<Iterable<object>>

/** Does the work while no other process does any under the same lock. The connection that holds it is never replaced. */
export async function underAdvisoryLock<T>(url: string, lock: number, work: (ask: Ask) => Promise<T>): Promise<T> {
  const lane = new Lane(url, { applicationName: 'dangjian-prepare' })
  const ask: Ask = (text) => lane.ask({ text }, NO_LIMIT_MS)
  try {
    await ask('set statement_timeout = 0')
    await ask(`select pg_advisory_lock(${Math.trunc(lock)})`)
    return await work(ask)
  } finally {
    await lane.close() // and with the connection goes the lock
  }
}
