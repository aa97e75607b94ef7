import { againstRivals } from './against-rivals.ts'
import { APP_ROLE } from './connection-settings.ts'
import type { Lane } from './lanes/lane.ts'
import { sqlStateOf } from './postgres-error.ts'

const NO_POWERS = 'nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit noreplication'

/** Makes the role the application works as, and lets the current user take it on. */
export async function ensureAppRole(lane: Lane): Promise<void> {
  await againstRivals(() => make(lane)).catch((error: unknown) => {
    throw explained(error)
  })
}

async function make(lane: Lane): Promise<void> {
  const roles = `select rolsuper or rolbypassrls as powerful from pg_roles where rolname = '${APP_ROLE}'`
  const [role] = await lane.ask({ text: roles })
  if (!role) await lane.ask({ text: `create role ${APP_ROLE} ${NO_POWERS}` })
  if (role?.['powerful'])
    throw new Error(`the role may bypass row security: alter role ${APP_ROLE} nosuperuser nobypassrls`)
  const [can] = await lane.ask({ text: `select pg_has_role('${APP_ROLE}', ${HOW}) as become` })
  if (!can?.['become']) await lane.ask({ text: `grant ${APP_ROLE} to current_user` })
}

// Before PostgreSQL 16 a member could always take the role on; since then that is a right of its own.
const HOW = `case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end`

function explained(error: unknown): unknown {
  if (sqlStateOf(error) !== '42501') return error
  const remedy = `create role ${APP_ROLE} nologin; grant ${APP_ROLE} to <the user in DATABASE_URL>`
  return new Error(`the database user may not make or take the role ${APP_ROLE}; its administrator runs: ${remedy}`, {
    cause: error,
  })
}
