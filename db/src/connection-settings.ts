import { ARRAY_TYPES } from './array-types.ts'

/** The role the application works as: it owns nothing and cannot bypass row security. */
export const APP_ROLE = 'dj_app'

export interface ConnectionSettings {
  /** Taken on at connection, so that the process is this role even when the URL names the owner. */
  role?: typeof APP_ROLE
  applicationName?: string
  statementTimeoutMs?: number
  idleInTransactionTimeoutMs?: number
}

export const STATEMENT_TIMEOUT_MS = 30_000
// A transaction never waits for anything outside between two statements. Whoever is silent so long is gone, and its locks must not hold up others.
const IDLE_IN_TRANSACTION_MS = 15_000

/** The options of postgres.js that every connection of ours has. */
export function clientOptions(settings: ConnectionSettings) {
  return {
    connect_timeout: 10,
    fetch_types: false,
    types: ARRAY_TYPES,
    onnotice: () => undefined,
    connection: {
      application_name: settings.applicationName ?? 'dangjian',
      TimeZone: 'UTC',
      statement_timeout: settings.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: settings.idleInTransactionTimeoutMs ?? IDLE_IN_TRANSACTION_MS,
      ...(settings.role ? { role: settings.role } : {}),
    },
  }
}
