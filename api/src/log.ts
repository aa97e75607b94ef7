import { type Logger, pino } from 'pino'

/** One JSON line an event on standard output; ids, never names. */
export const createLog = (level: string): Logger => pino({ level, base: null })
