import { setTimeout as pause } from 'node:timers/promises'
import type { Sql } from 'postgres'
import { APP_ROLE } from './connection-settings.ts'
import { sqlStateOf } from './postgres-error.ts'

const ATTEMPTS = 10
// A role belongs to the whole cluster, where no lock of one database reaches: a rival's half-done change looks like these.
const RIVAL_AT_WORK = new Set(['42710', '23505', 'XX000'])

/** Makes the role the application works as, and lets the current user take it on. */
export async function ensureAppRole(sql: Sql): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await makeRole(sql)
      await letCurrentUserBecomeIt(sql)
      return await refusePower(sql)
    } catch (error) {
      if (attempt >= ATTEMPTS || !RIVAL_AT_WORK.has(sqlStateOf(error) ?? '')) throw explained(error)
      await pause(Math.random() * 50)
    }
  }
}

async function makeRole(sql: Sql): Promise<void> {
  const [role] = await sql`select from pg_roles where rolname = ${APP_ROLE}`
  if (role) return
  await sql`create role ${sql(APP_ROLE)} nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit noreplication`
}

async function letCurrentUserBecomeIt(sql: Sql): Promise<void> {
  const [can] = await sql<{ become: boolean }[]>`
    select pg_has_role(${APP_ROLE}, case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) as become`
  if (!can?.become) await sql`grant ${sql(APP_ROLE)} to current_user`
}

async function refusePower(sql: Sql): Promise<void> {
  const [powerful] = await sql`select from pg_roles where rolname = ${APP_ROLE} and (rolsuper or rolbypassrls)`
  if (powerful)
    throw new Error(`the role ${APP_ROLE} may bypass row security: alter role ${APP_ROLE} nosuperuser nobypassrls`)
}

function explained(error: unknown): unknown {
  if (sqlStateOf(error) !== '42501') return error
  const remedy = `create role ${APP_ROLE} nologin; grant ${APP_ROLE} to <the user in DATABASE_URL>`
  return new Error(`the database user may not make or take the role ${APP_ROLE}; its administrator runs: ${remedy}`, {
    cause: error,
  })
}
