import { join } from 'node:path'
import { appLogin } from '@dj/db/app-login.ts'
import { migrate } from '@dj/db/migrate.ts'
import { APP_ROLE } from '@dj/db/connection-settings.ts'
import { keyReceipts } from '@dj/db/key-receipts.ts'
import type { Hono } from 'hono'
import type { Logger } from 'pino'
import { createApp } from '../app.ts'
import { type PlayedTime, playedTimeOf } from '../clock/played-time.ts'
import { catchUp } from '../clock/catch-up.ts'
import { readClientFiles } from '../client/client-files.ts'
import { clientRoutes } from '../client/client-routes.ts'
import type { Config } from '../config.ts'
import { keyedReceipt } from '../../collect/voices/receipt-code.ts'
import { ALL_ONE_ADDRESS } from '../../platform/http/guard/proxy-warning.ts'
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
  /** What the clock shows where time is played. */
  demoClock: Date | undefined
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
  const readiness = readinessOf(deps.db, { ...around, ...database, trouble: deps.trouble, dataDir: config.dataDir })
  app.route('/', healthRoutes({ readiness, metricsToken: config.metricsToken, demoClock: deps.demoClock }))
  if (files) app.route('/', clientRoutes(files))
  return { app, firstCounty, demoClock: deps.demoClock?.(), ...workOf(deps, rooms.appUrl) }
}

async function openRooms(config: Config, around: Surroundings) {
  const { closers, log } = around
  const database = await around.database
  const databaseUrl = database.url
  await migrate(databaseUrl)
  const appUrl = await appUrlOf(databaseUrl, config, log)
  const played = await playedTimeOf(databaseUrl, config)
  await prepareQueue(databaseUrl, played?.aheadMs)
  const settings = { ...(await depsSettings(config, appUrl, log)), ...clockOf(played) }
  const { deps, end } = makeDeps(settings)
  closers.add(() => end(TRANSACTIONS_END_WITHIN_MS))
  await keyReceipts(databaseUrl, (plain) => keyedReceipt(deps, plain))
  const open = (clock: () => Date) => openAt(clock, settings, closers)
  const firstCounty = await prepareFirstCounty({ ...config, ...around, deps, databaseUrl, open })
  if (played) await makeUp(played, { until: deps.now(), open, around })
  return { database, deps, firstCounty, appUrl }
}

const OWNERS_CONNECTIONS =
  'the database user may make no login, so every connection could become the owner again; its administrator runs: ' +
  `create role NAME login password '…' in role ${APP_ROLE}, and starts with APP_DATABASE_URL`

async function appUrlOf(ownerUrl: string, { appDatabaseUrl }: Config, log: Logger): Promise<string> {
  const { url, isOwn } = await appLogin(ownerUrl, appDatabaseUrl)
  if (!isOwn) log.warn(OWNERS_CONNECTIONS)
  return url
}

const clockOf = (played: PlayedTime | undefined): Pick<DepsSettings, 'clock'> =>
  played ? { clock: (real) => new Date(real.getTime() + played.aheadMs) } : {}

interface MakingUp {
  until: Date
  open: (clock: () => Date) => ReturnType<typeof openAt>
  around: Surroundings
}

/** A clock that was moved ahead finds done what would have become due meanwhile. */
async function makeUp({ since, heldBack }: PlayedTime, { until, open, around: { say, log } }: MakingUp): Promise<void> {
  if (heldBack)
    say(
      '演示数据已走到更晚的时间，时钟不会倒退，从那里继续。The clock does not run back: it goes on where the data are.',
    )
  if (since === null || since >= until) return
  say('正在补做这段时间里到期的事项… Doing what has become due meanwhile …')
  const startedAt = performance.now()
  const moments = await catchUp({ since, until, open })
  log.info({ since, until, moments, ms: Math.round(performance.now() - startedAt) }, 'caught up with the demo clock')
}

/** The whole app once more, going by another clock: for the demo, which needs a past. */
function openAt(clock: () => Date, settings: DepsSettings, closers: Closers) {
  const log = settings.log.child({}, { level: 'error' })
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
  const { authSecret, dataDir, headsFile, tls, trustProxy, publicUrl } = config
  // We speak no TLS ourselves.
  if (tls && !trustProxy) log.warn(ALL_ONE_ADDRESS)
  const secret = authSecret ?? (await kept(join(dataDir, 'auth-secret'), newSecret))
  return {
    databaseUrl,
    photosDir: join(dataDir, 'photos'),
    headsFile,
    secret,
    tls,
    trustProxy,
    publicUrl,
    log,
    connections: CONNECTIONS,
  }
}
