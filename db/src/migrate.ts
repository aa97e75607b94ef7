import { join } from 'node:path'
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'
import { ensureAppRole } from './app-role.ts'
import { Lane } from './lanes/lane.ts'

const FOLDER = join(import.meta.dirname, '..', 'migrations')
const LOCK = 7_316_330
const NO_LIMIT_MS = 2_147_483_647 // the longest a timer can be

/**
 * Brings the database to the newest schema and makes the app's role. Several processes may do so at once: one works,
 * the others wait for it and find nothing left to do. All new migrations are one transaction.
 */
export async function migrate(url: string, folder: string = FOLDER): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder: folder })
  const lane = new Lane(url, { applicationName: 'dangjian-migrate' })
  const run = (text: string) => lane.ask({ text }, NO_LIMIT_MS)
  try {
    await run('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0')
    await run(`select pg_advisory_lock(${LOCK})`)
    await ensureAppRole(lane)
    await run('begin')
    await applyNew(run, migrations)
    await run('commit')
  } finally {
    await lane.close() // and with the connection go the lock and whatever was not committed
  }
}

/** Drizzle's own list of what was applied, kept in its form; its own migrator goes on after its connection has died. */
async function applyNew(run: (text: string) => Promise<Iterable<object>>, migrations: MigrationMeta[]): Promise<void> {
  await run('create schema if not exists drizzle')
  await run(
    'create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)',
  )
  const [last] = await run('select coalesce(max(created_at), 0)::float8 as at from drizzle.__drizzle_migrations')
  const applied = last && 'at' in last ? Number(last.at) : 0
  for (const migration of migrations.filter((each) => each.folderMillis > applied)) {
    for (const statement of migration.sql) await run(statement)
    await run(
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('${migration.hash}', ${migration.folderMillis})`,
    )
  }
}
