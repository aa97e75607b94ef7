import type { Reads } from '@dj/db/connect.ts'
import type { WithTx } from '@dj/db/with-tx.ts'
import type { Logger } from 'pino'
import { v7 } from 'uuid'
import type { PhotoStorage } from './attachments/photo-storage.ts'
import type { Changes } from './events/changes.ts'
import type { Trouble } from './health/trouble.ts'
import type { Accounts } from './accounts.ts'
import type { RefusalLog } from './refusal-log.ts'
import type { Workshop } from './workshop/workshop.ts'

/** What a verb works with. A request gets its own: its `withTx` stores the reply under the idempotency key with the effect. */
export interface Deps {
  /** One transaction in one county; `at` is the database's clock when it opened. */
  withTx: WithTx
  /** Single statements that only read, outside any transaction: in the county of who asks, or of the job. Else they see no county's rows. */
  db: Reads
  /** The same in that county: where nobody is signed in, and the address or the code tells which. */
  dbOf: (countyId: string) => Reads
  /** For views that derive lights and ages outside a transaction. */
  now: () => Date
  /** Only where time is played: what it is, to be told with every answer. */
  demoClock?: () => Date
  accounts: Accounts
  photos: PhotoStorage
  /** For long computations, outside the event loop. */
  workshop: Workshop
  /** Who in this process follows what changes. */
  changes: Changes
  /** Salts hashes that tell sameness and nothing else. */
  salt: string
  log: Logger
  /** Counts what is refused, for the audit administrator; without it nothing is counted. */
  refusals?: RefusalLog
  /** What requests lately found wrong with the server. */
  trouble?: Trouble
  /** Where the heads of the chains are written each day, outside the database. */
  headsFile?: string
  /** Whether our own proxy stands in front: then callers' addresses are what it says they are. */
  trustProxy?: boolean
  /** Where people reach us, as the operator says; without it only the browser knows. */
  publicUrl?: string
  /** Whether people reach us over TLS: then browsers are told to stay there. */
  tls?: boolean
}

/** The same with every read in that county. */
export const inCounty = (deps: Deps, countyId: string): Deps => ({ ...deps, db: deps.dbOf(countyId) })

/** A new id: UUID v7, so that ids sort by time and indexes grow at one end. */
export const newId = <Id extends string>(): Id => v7() as Id
