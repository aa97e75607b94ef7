import { setTimeout as pause } from 'node:timers/promises'
import { sqlStateOf } from './postgres-error.ts'

const ATTEMPTS = 10
// A role belongs to the whole cluster, where no lock of one database reaches: a rival's half-done change looks like these.
const RIVAL_AT_WORK = new Set(['42710', '23505', 'XX000'])

/** Does what makes or changes a role, again when somebody else did the same at that moment. Errors: those of the work. */
export async function againstRivals<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= ATTEMPTS || !RIVAL_AT_WORK.has(sqlStateOf(error) ?? '')) throw error
      await pause(Math.random() * 50)
    }
  }
}
