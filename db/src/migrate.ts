import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres, { type Sql } from 'postgres'
import { ensureAppRole } from './app-role.ts'
import { clientOptions } from './connection-settings.ts'
import { singleSocket } from './lanes/single-socket.ts'

const FOLDER = join(import.meta.dirname, '..', 'migrations')
const MIGRATION_LOCK = 7_316_330

/**
 * Brings the database to the newest schema and makes the app's role. Several processes may do so at once: one works,
 * the others wait for it and find nothing left to do.
 */
export async function migrate(url: string, folder: string = FOLDER): Promise<void> {
  const sql = connectOnce(url)
  try {
    await sql`set statement_timeout = 0`
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    await ensureAppRole(sql)
    await applyMigrations(drizzle(sql), { migrationsFolder: folder })
  } finally {
    await sql.end({ timeout: 5 }) // and with the connection goes the lock
  }
}

/** A client that cannot reconnect: the rest of a migration must not run without its lock and its transaction. */
function connectOnce(url: string): Sql {
  const shared = clientOptions({ applicationName: 'dangjian-migrate' })
  const options = { ...shared, max: 1, idle_timeout: 0, max_lifetime: null, socket: singleSocket() }
  return postgres(url, options)
}
