import { join } from 'node:path'
import { migrate } from '@dj/db/migrate.ts'
import type { Hono } from 'hono'
import type { Logger } from 'pino'
import { createApp } from '../app.ts'
import { readClientFiles } from '../client/client-files.ts'
import { clientRoutes } from '../client/client-routes.ts'
import type { Config } from '../config.ts'
import { healthRoutes } from '../../platform/health/health-routes.ts'
import { readinessOf } from '../../platform/health/readiness.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Vars } from '../../platform/http/serve.ts'
import { prepareQueue } from '../jobs/prepare-queue.ts'
import { type RunningJobs, startJobs } from '../jobs/start-jobs.ts'
import { type DepsSettings, makeDeps } from '../make-deps.ts'
import { builtClient } from './build-client.ts'
import type { Closers } from './closers.ts'
import { type FirstCounty, prepareFirstCounty } from './first-county.ts'
import { kept, newSecret } from './secrets.ts'
import type { Database } from './start-database.ts'

const CONNECTIONS = { transactions: 12, reads: 12 }
const JOBS_END_WITHIN_MS = 8_000
const TRANSACTIONS_END_WITHIN_MS = 3_000

interface Surroundings {
  /** The folder of the repository. */
  root: string
  env: NodeJS.ProcessEnv
  log: Logger
  say: (words: string) => void
  /** Once it runs. */
  database: Promise<Database>
  closers: Closers
  isStopping: () => boolean
}

export interface House {
  app: Hono<Vars>
  firstCounty: FirstCounty
  /** Begins what happens by the clock. */
  startWork(): Promise<void>
  /** Ends what would go on for ever: streams, and taking jobs. */
  quieten(): Promise<void>
}

/** Everything behind the door: the database, the first county, the api, the client. */
export async function openHouse(config: Config, around: Surroundings): Promise<House> {
  const [rooms, files] = await both(openRooms(config, around), openClient(config, around))
  const { deps, firstCounty, database } = rooms
  const app = createApp(deps)
  const readiness = readinessOf(deps.db, { ...around, ...database })
  app.route('/', healthRoutes({ readiness, metricsToken: config.metricsToken }))
  if (files) app.route('/', clientRoutes(files))
  return { app, firstCounty, ...workOf(deps, database.url) }
}

async function openRooms(config: Config, around: Surroundings) {
  const { closers, log } = around
  const database = await prepare(around.database)
  const databaseUrl = database.url
  const settings = await depsSettings(config, databaseUrl, log)
  const { deps, end } = makeDeps(settings)
  closers.add(() => end(TRANSACTIONS_END_WITHIN_MS))
  const open = async (clock: () => Date) => openAt(clock, settings, closers)
  const firstCounty = await prepareFirstCounty({ ...config, ...around, deps, databaseUrl, open })
  return { database, deps, firstCounty }
}

/** The whole app once more, going by another clock: for the demo, which needs a past. */
function openAt(clock: () => Date, settings: DepsSettings, closers: Closers) {
  const log = settings.log.child({}, { level: 'warn' })
  const made = makeDeps({ ...settings, clock, log, connections: { transactions: 2, reads: 2 } })
  closers.add(() => made.end(0)) // a stop does not wait for the whole demo
  return { app: createApp(made.deps), ...made }
}

function workOf(deps: Deps, databaseUrl: string): Pick<House, 'startWork' | 'quieten'> {
  let jobs: RunningJobs | undefined
  return {
    startWork: async () => void (jobs = await startJobs(deps, databaseUrl)),
    quieten: async () => {
      deps.changes.close()
      await jobs?.stop(JOBS_END_WITHIN_MS)
    },
  }
}

async function prepare(starting: Promise<Database>): Promise<Database> {
  const database = await starting
  await migrate(database.url)
  await prepareQueue(database.url)
  return database
}

/** The client is built while the database is filled. If one fails the other is still waited for, so that it can be closed. */
async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second])
  return Promise.all([first, second])
}

async function openClient({ apiOnly }: Config, { root, env, say, closers }: Surroundings) {
  if (apiOnly) return undefined
  const giveUp = new AbortController()
  closers.add(async () => giveUp.abort())
  return readClientFiles(await builtClient({ root, env, say, signal: giveUp.signal }))
}

async function depsSettings(config: Config, databaseUrl: string, log: Logger): Promise<DepsSettings> {
  const { authSecret, dataDir, tls, trustProxy } = config
  const secret = authSecret ?? (await kept(join(dataDir, 'auth-secret'), newSecret))
  return { databaseUrl, photosDir: join(dataDir, 'photos'), secret, tls, trustProxy, log, connections: CONNECTIONS }
}
