import { join } from 'node:path'
import { type Ask, underAdvisoryLock } from '@dj/db/advisory-lock.ts'
import { setPasswords } from '@dj/db/queries/county/accounts.ts'
import { type CountyRow, listCounties } from '@dj/db/queries/county/counties.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { Logger } from 'pino'
import type { Deps } from '../../platform/deps.ts'
import { demoAccounts } from '../demo/demo-people.ts'
import { type Opened, seedDemo } from '../demo/seed-demo.ts'
import { issueSetupCode } from '../../meet/setup/setup-code.ts'
import { keep, newPassword, readKept } from './secrets.ts'

const LOCK = 7_316_332
const usernames = demoAccounts.map(({ username }) => username)

interface Setting {
  deps: Deps
  /** Of the owner, who may clear away an interrupted seed. */
  databaseUrl: string
  dataDir: string
  demo: boolean
  demoPassword: string | undefined
  open: (clock: () => Date) => Opened
  log: Logger
  say: (words: string) => void
}

/** What whoever starts the server has to be told, if anything. A password that was made is told once. */
export type FirstCounty =
  | { kind: 'demo'; usernames: readonly string[]; passwordFile: string; madePassword: string | undefined }
  | { kind: 'setup'; code: string }
  | { kind: 'own' }

/** An empty installation gets the demo county, or a one-time code for its first administrators. */
export async function prepareFirstCounty(setting: Setting): Promise<FirstCounty> {
  const { databaseUrl, deps, demo } = setting
  if (demo) return underAdvisoryLock(databaseUrl, LOCK, (ask) => prepareDemo(setting, ask))
  const [county] = await listCounties(deps.db)
  if (county) return { kind: 'own' }
  return { kind: 'setup', code: must(await issueSetupCode(deps), 'a code while there is no county') }
}

async function prepareDemo(setting: Setting, ask: Ask): Promise<FirstCounty> {
  if (await isUnfinished(ask)) await clearAway(ask)
  const [county] = await listCounties(setting.deps.db)
  if (county && !county.demo) return { kind: 'own' }
  const { dataDir, demoPassword: given } = setting
  const passwordFile = join(dataDir, 'demo-password')
  const known = await readKept(passwordFile)
  const password = given ?? known ?? newPassword()
  if (!county) await seed(setting, ask, password)
  else if (password !== known) await changePassword(setting.deps, county, password)
  if (password !== known) await keep(passwordFile, password)
  const madePassword = given === undefined && known === undefined ? password : undefined
  return { kind: 'demo', usernames, passwordFile, madePassword }
}

async function seed({ open, log, say, deps }: Setting, ask: Ask, password: string): Promise<void> {
  say('正在准备演示数据… Preparing the demo county …')
  await ask(`insert into installation (key, value) values ('demo', 'unfinished')`)
  await seedDemo({ open: async (clock) => open(clock), password, log, until: deps.now() })
  await ask(`update installation set value = 'whole' where key = 'demo'`)
}

/** A start that was interrupted while it filled the demo county left half of it. */
async function isUnfinished(ask: Ask): Promise<boolean> {
  const rows = await ask(`select from installation where key = 'demo' and value = 'unfinished'`)
  return [...rows].length > 0
}

async function clearAway(ask: Ask): Promise<void> {
  const [row] = await ask(
    `select string_agg(format('%I.%I', schemaname, tablename), ', ') as tables from pg_tables where schemaname = 'public'`,
  )
  if (row && 'tables' in row) await ask(`truncate ${String(row.tables)}`)
}

async function changePassword(deps: Deps, { countyId }: CountyRow, password: string): Promise<void> {
  const passwordHash = await deps.accounts.hashPassword(password)
  await deps.withTx(countyId, (tx, at) => setPasswords(tx, countyId, usernames, passwordHash, at))
}
