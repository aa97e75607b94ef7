import { describeForLog, isConnectionLoss } from '@dj/db/postgres-error.ts'
import { type Logger, pino } from 'pino'

/** One JSON line an event on standard output; ids, never names. */
export const createLog = (level: string): Logger => pino({ level, base: null, serializers: { err: errorForLog } })

/** An error as a log may keep it. A database error's message carries the statement's parameters, so only its place and kind stay. */
export function errorForLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const db = describeForLog(error)
  const ofDatabase = Object.keys(db).length > 0 || isConnectionLoss(error)
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.constructor.name,
    ...(ofDatabase ? { db } : { message: error.message }),
    stack: frames.slice(0, 12).join('\n'),
    ...(error.cause instanceof Error && !ofDatabase ? { cause: errorForLog(error.cause) } : {}),
  }
}
