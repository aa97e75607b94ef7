import { createHash, randomBytes } from 'node:crypto'
import { type Ask, underAdvisoryLock } from './advisory-lock.ts'
import { againstRivals } from './against-rivals.ts'
import { APP_ROLE } from './connection-settings.ts'
import { sqlStateOf } from './postgres-error.ts'

const LOCK = 7_316_332
const POWERS = 'rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication'

/** With what the process connects, once the schema stands. */
export interface AppLogin {
  url: string
  /** False where the owner may make no login: then every connection is the owner's, who has put the app's role on. */
  isOwn: boolean
}

/**
 * The same database under a login that is the app's role and nothing else: whoever gets hold of such a connection cannot
 * put the role down and be the owner again. The owner keeps its password in a schema that the app cannot enter, so that
 * every process with the owner's address finds the same one. `given`: an address whose login an administrator made.
 * Errors: Error with a remedy when `given` is more than the app's role, or not even that.
 */
export async function appLogin(ownerUrl: string, given?: string): Promise<AppLogin> {
  if (given !== undefined) {
    await refuseOthers(given)
    return { url: given, isOwn: true }
  }
  try {
    const { name, password } = await againstRivals(() => underAdvisoryLock(ownerUrl, LOCK, keptLogin))
    return { url: withLogin(ownerUrl, name, password), isOwn: true }
  } catch (error) {
    if (sqlStateOf(error) === '42501') return { url: ownerUrl, isOwn: false }
    throw error
  }
}

/** The same address for somebody else. */
export function withLogin(address: string, name: string, password: string): string {
  const url = new URL(address)
  url.username = name
  url.password = password
  return url.href
}

/** Makes a login that is the app's role; the name has to be a plain one. Sets the password of one that is there. */
export async function makeLogin(ask: Ask, name: string, password: string): Promise<void> {
  const [there] = await ask(`select ${POWERS} as powerful from pg_roles where rolname = '${name}'`)
  if (there && 'powerful' in there && there.powerful)
    throw new Error(`the login ${name} has powers of its own: drop role ${name}`)
  const as = `login inherit password '${password}'`
  await ask(there ? `alter role ${name} ${as}` : `create role ${name} ${as} in role ${APP_ROLE}`)
}

async function keptLogin(ask: Ask): Promise<{ name: string; password: string }> {
  await ask('create schema if not exists dj_owner')
  await ask('create table if not exists dj_owner.login (name text primary key, password text not null)')
  const [kept] = await ask('select name, password from dj_owner.login')
  const login = kept && 'name' in kept ? (kept as Login) : await newLogin(ask)
  await makeLogin(ask, login.name, login.password)
  // Where not everybody may connect, it has to be said of the database, too.
  const [grant] = await ask(
    `select format('grant connect on database %I to ${login.name}', current_database()) as text`,
  )
  await ask((grant as { text: string }).text)
  return login
}

type Login = { name: string; password: string }

// Logins belong to the cluster, which may hold other installations.
async function newLogin(ask: Ask): Promise<Login> {
  const [here] = await ask('select current_database() as name')
  const name = `${APP_ROLE}_${createHash('sha256')
    .update(String((here as Login).name))
    .digest('hex')
    .slice(0, 12)}`
  const password = randomBytes(24).toString('base64url')
  await ask(`insert into dj_owner.login (name, password) values ('${name}', '${password}')`)
  return { name, password }
}

async function refuseOthers(url: string): Promise<void> {
  const question = `select ${POWERS} as powerful, pg_has_role(session_user, '${APP_ROLE}', 'member') as is_app,
    exists (select from pg_class where relowner = session_user::regrole) as owns from pg_roles where rolname = session_user`
  const [found] = await underAdvisoryLock(url, LOCK, (ask) => ask(question))
  const { powerful, is_app: isApp, owns } = found as Record<string, boolean>
  if (powerful || owns || !isApp)
    throw new Error(
      `APP_DATABASE_URL 的登录须只属于 ${APP_ROLE}，没有其他权限。The login of APP_DATABASE_URL has to be ${APP_ROLE} and nothing else: create role NAME login password '…' in role ${APP_ROLE}`,
    )
}
