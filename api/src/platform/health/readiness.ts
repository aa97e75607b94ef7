import { setTimeout as pause } from 'node:timers/promises'
import type { Reads } from '@dj/db/connect.ts'
import { statfs } from 'node:fs/promises'
import type { Trouble } from './trouble.ts'
import { appliedMigration, newestMigration } from '@dj/db/queries/platform/readiness.ts'

export type Readiness =
  | 'ready'
  | 'storage_full'
  | 'database_failing'
  | 'database_away'
  | 'database_restarting'
  | 'migrations_missing'
  | 'stopping'

interface States {
  isStopping: () => boolean
  isRestarting: () => boolean
  /** What requests lately found wrong. */
  trouble?: Trouble | undefined
  /** Where photos, and an embedded database, are kept. */
  dataDir?: string
}

const WITHIN_MS = 2_000
/** With less than that, PostgreSQL may not find room for its next segment of 16 MB. */
const LEAST_BYTES = 48 * 1024 * 1024
const words = { 'service.storage_full': 'storage_full', 'service.database_failing': 'database_failing' } as const

/** Whether requests can be served now: the database answers and has every migration this program knows. */
export function readinessOf(
  db: Reads,
  { isStopping, isRestarting, trouble, dataDir }: States,
): () => Promise<Readiness> {
  const expected = newestMigration()
  return async () => {
    if (isStopping()) return 'stopping'
    if (isRestarting()) return 'database_restarting'
    const patience = new AbortController()
    const tooLong = pause(WITHIN_MS, null, { signal: patience.signal }).catch(() => null)
    const applied = await Promise.race([appliedMigration(db).catch(() => null), tooLong])
    patience.abort()
    if (applied === null) return isRestarting() ? 'database_restarting' : 'database_away'
    if (applied < expected) return 'migrations_missing'
    if (await isFull(dataDir)) return 'storage_full'
    return trouble?.now === undefined ? 'ready' : words[trouble.now]
  }
}

async function isFull(folder: string | undefined): Promise<boolean> {
  if (folder === undefined) return false
  const disk = await statfs(folder).catch(() => undefined)
  return disk !== undefined && disk.bavail * disk.bsize < LEAST_BYTES
}
