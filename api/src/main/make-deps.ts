import { createHmac } from 'node:crypto'
import { connect } from '@dj/db/connect.ts'
import { APP_ROLE } from '@dj/db/connection-settings.ts'
import { createLanes } from '@dj/db/with-tx.ts'
import type { Logger } from 'pino'
import { diskStorage } from '../platform/attachments/disk-storage.ts'
import type { Deps } from '../platform/deps.ts'
import { Trouble } from '../platform/health/trouble.ts'
import { Changes } from '../platform/events/changes.ts'
import { Workshop } from '../platform/workshop/workshop.ts'
import { Refusals } from '../county/log/refusals.ts'
import { BetterAuthAccounts } from '../county/session/accounts-better-auth.ts'

export interface DepsSettings {
  /** For the app's login, not the owner's. */
  databaseUrl: string
  photosDir: string
  /** Where the heads of the chains are kept outside the database. */
  headsFile?: string
  /** Seals the session cookies. */
  secret: string
  tls: boolean
  trustProxy: boolean
  publicUrl?: string | undefined
  log: Logger
  /** Transactions at once, and single reads at once. */
  connections: { transactions: number; reads: number }
  /** Only where time is played: what to make of the real time, the database's or the machine's. */
  clock?: (real: Date) => Date
}

export interface MadeDeps {
  deps: Deps
  /** Waits for the transactions under way, at most so long, and closes every connection. */
  end(withinMs?: number): Promise<void>
}

/** Everything the verbs work with, as the role that owns nothing. */
export function makeDeps(settings: DepsSettings): MadeDeps {
  const { databaseUrl: url, secret, tls, trustProxy, publicUrl, log, connections, clock } = settings
  const role = { role: APP_ROLE, applicationName: 'dangjian' } as const
  const now = clock ? () => clock(new Date()) : () => new Date()
  const reads = connect(url, { ...role, max: connections.reads })
  const lanes = createLanes(url, { ...role, size: connections.transactions, ...(clock && { clock }) })
  const accounts = new BetterAuthAccounts({
    url,
    db: reads.db,
    secret,
    secure: tls,
    trustProxy,
    ...(clock && { clock: now }),
    now,
  })
  const changes = new Changes(reads.of, log)
  const workshop = new Workshop()
  const deps: Deps = {
    withTx: lanes.withTx,
    db: reads.db,
    dbOf: reads.of,
    now,
    ...(clock && { demoClock: now }),
    accounts,
    photos: diskStorage(settings.photosDir, now),
    ...(settings.headsFile !== undefined && { headsFile: settings.headsFile }),
    changes,
    workshop,
    salt: createHmac('sha256', secret).update('devices').digest('base64url'),
    log,
    trouble: new Trouble(),
    trustProxy,
    tls,
    ...(publicUrl !== undefined && { publicUrl: publicUrl.replace(/\/+$/, '') }),
  }
  deps.refusals = new Refusals(deps)
  const close = async (withinMs?: number) => {
    changes.close()
    await workshop.close()
    await lanes.end(withinMs)
    await Promise.all([accounts.end(), reads.end()])
  }
  let closed: Promise<void> | undefined
  return { deps, end: (withinMs) => (closed ??= close(withinMs)) }
}
