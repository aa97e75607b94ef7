import { setTimeout as pause } from 'node:timers/promises'
import type { Reads } from '@dj/db/connect.ts'
import { appliedMigration, newestMigration } from '@dj/db/queries/platform/readiness.ts'

export type Readiness = 'ready' | 'database_away' | 'database_restarting' | 'migrations_missing' | 'stopping'

interface States {
  isStopping: () => boolean
  isRestarting: () => boolean
}

const WITHIN_MS = 2_000

/** Whether requests can be served now: the database answers and has every migration this program knows. */
export function readinessOf(db: Reads, { isStopping, isRestarting }: States): () => Promise<Readiness> {
  const expected = newestMigration()
  return async () => {
    if (isStopping()) return 'stopping'
    if (isRestarting()) return 'database_restarting'
    const patience = new AbortController()
    const tooLong = pause(WITHIN_MS, null, { signal: patience.signal }).catch(() => null)
    const applied = await Promise.race([appliedMigration(db).catch(() => null), tooLong])
    patience.abort()
    if (applied === null) return isRestarting() ? 'database_restarting' : 'database_away'
    return applied >= expected ? 'ready' : 'migrations_missing'
  }
}
