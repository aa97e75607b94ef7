import { CommitUnknown, ConnectionLost, TransactionLost } from './transaction-errors.ts'

/** The name of the violated constraint, wherever Drizzle has wrapped it. */
export function constraintOf(error: unknown): string | undefined {
  return textIn(error, 'constraint_name')
}

/** The five-character SQLSTATE. */
export function sqlStateOf(error: unknown): string | undefined {
  return causes(error)
    .map((each) => textOf(each, 'code'))
    .find((code) => code !== undefined && /^[0-9A-Z]{5}$/.test(code))
}

const LOST_CODES = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '25P03', // idle in transaction for too long
  '53300', // no connection left
  '57P01', // terminated by an administrator
  '57P02', // crash of another backend
  '57P03', // starting up or shutting down
  '57P05', // idle for too long
])

/** Whether the database was away and nothing was stored. An unknown commit is not among these. */
export function isConnectionLoss(error: unknown): boolean {
  const chain = causes(error)
  if (chain.some((each) => each instanceof CommitUnknown)) return false
  return chain.some((each) => each instanceof ConnectionLost || each instanceof TransactionLost || hasLostCode(each))
}

/** Whether the disk is full: the database's, or ours. */
export function isOutOfSpace(error: unknown): boolean {
  const codes = causes(error).map((each) => textOf(each, 'code'))
  return ['53100', 'ENOSPC', 'EDQUOT'].some((full) => codes.includes(full))
}

/** Whether the server could not, for want of means or by a fault of its system: nothing about the request was wrong. */
export function isServerTrouble(error: unknown): boolean {
  return /^(53|57P|58)/.test(sqlStateOf(error) ?? '')
}

/** Whether the same work, done again from its start, may well succeed. */
export function isWorthRepeating(error: unknown): boolean {
  const state = sqlStateOf(error)
  const planOutdated = textIn(error, 'routine') === 'RevalidateCachedQuery' // a migration changed a table under it
  return state === '40001' || state === '40P01' || planOutdated
}

/** What a log may say of a database error: no parameters, no key values. */
export function describeForLog(error: unknown): Record<string, string> {
  const parts = {
    sqlState: sqlStateOf(error),
    constraint: constraintOf(error),
    table: textIn(error, 'table_name'),
    routine: textIn(error, 'routine'),
    statement: textIn(error, 'query'),
  }
  return Object.fromEntries(
    Object.entries(parts).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

function hasLostCode(error: unknown): boolean {
  const code = textOf(error, 'code')
  return code !== undefined && (LOST_CODES.has(code) || /^08...$/.test(code))
}

/** The error and everything it was wrapped around, outermost first. */
function causes(error: unknown): unknown[] {
  const chain: unknown[] = []
  for (let each = error; each !== undefined && each !== null && chain.length < 10;) {
    chain.push(each)
    each = each instanceof Error ? each.cause : undefined
  }
  return chain
}

function textIn(error: unknown, key: string): string | undefined {
  return causes(error)
    .map((each) => textOf(each, key))
    .find((text) => text !== undefined)
}

function textOf(error: unknown, key: string): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' ? value : undefined
}
