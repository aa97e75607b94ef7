import { join } from 'node:path'
import { z } from 'zod'
import { type ClockSetting, isTooFar, readClockSetting } from './clock/clock-setting.ts'

const flag = (fallback: boolean) => z.stringbool().default(fallback)

const CLOCK_WORDS =
  'is an instant such as 2027-01-04T09:30+08:00 or an offset such as +34d, +6h or +90m, at most ten years away'

const clock = z.string().transform((text, { addIssue }): ClockSetting => {
  const setting = readClockSetting(text)
  if (setting && !isTooFar(setting, new Date())) return setting
  addIssue({ code: 'custom', message: CLOCK_WORDS })
  return z.NEVER
})

const Environment = z.object({
  /** Where to listen. 0 takes any free port. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** This machine only, unless told otherwise; 0.0.0.0 lets telephones in the same network in. */
  HOST: z.string().default('127.0.0.1'),
  /** Everything that is kept on disk: the embedded database, photos, secrets. */
  DATA_DIR: z.string().default('.data'),
  /** A PostgreSQL of 15 or later whose user may create roles and schemas; without it an embedded one is started. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Where that user may make no logins: the same database for a login that is in the role dj_app and has no other right. */
  APP_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Fill an empty installation with the demo county; otherwise the first start prints a one-time set-up code. */
  DEMO: flag(true),
  DEMO_PASSWORD: z.string().max(200).optional(),
  /** The time a demo is shown at: an instant, or so far ahead of the real time. It runs on from there. */
  DEMO_CLOCK: clock.optional(),
  /** The file that gets the head of each county's chain of events once a day; best on another disk or machine. Without it one in DATA_DIR. */
  HEADS_FILE: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
  /** A proxy of ours stands in front: the last address in x-forwarded-for is the caller's. */
  TRUST_PROXY: flag(false),
  /** How people reach the server; with https the cookie is for TLS only and browsers are told to stay there. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Opens /metrics to whoever brings it; without it only this machine may look. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Seals the session cookies; the same in every process. Without it one is made and kept in DATA_DIR. */
  AUTH_SECRET: z.string().min(32).optional(),
  /** Serve the api alone; the client comes from the development server. */
  API_ONLY: flag(false),
})

export interface Config {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  appDatabaseUrl: string | undefined
  demo: boolean
  demoPassword: string | undefined
  demoClock: ClockSetting | undefined
  headsFile: string
  logLevel: string
  trustProxy: boolean
  publicUrl: string | undefined
  /** Behind TLS. */
  tls: boolean
  metricsToken: string | undefined
  authSecret: string | undefined
  apiOnly: boolean
}

/** A setting that cannot be used: says which, and what it should be. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings'
}

/** The settings in these environment variables; an empty one counts as not set. */
export function readConfig(env: Record<string, string | undefined>, { terminal }: { terminal: boolean }): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) throw new BadSettings(z.prettifyError(parsed.error))
  const { data } = parsed
  if (data.DEMO_CLOCK && !data.DEMO)
    throw new BadSettings('DEMO_CLOCK 只能用于演示，须与 DEMO=1 一起使用。DEMO_CLOCK works only with DEMO=1.')
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    appDatabaseUrl: data.APP_DATABASE_URL,
    demo: data.DEMO,
    demoPassword: data.DEMO_PASSWORD,
    demoClock: data.DEMO_CLOCK,
    headsFile: data.HEADS_FILE ?? join(data.DATA_DIR, 'chain-heads.txt'),
    // On a terminal the address should stay in sight; elsewhere the log is what there is to look at.
    logLevel: data.LOG_LEVEL ?? (terminal ? 'warn' : 'info'),
    trustProxy: data.TRUST_PROXY,
    publicUrl: data.PUBLIC_URL,
    tls: data.PUBLIC_URL?.startsWith('https:') ?? false,
    metricsToken: data.METRICS_TOKEN,
    authSecret: data.AUTH_SECRET,
    apiOnly: data.API_ONLY,
  }
}
