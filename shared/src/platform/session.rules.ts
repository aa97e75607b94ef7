import type { ProblemCode } from '../problem.ts'

/** So long after the password was shown what is hard to take back asks for it again. */
const CONFIRMED_FOR_MS = 15 * 60_000

/** After so long without a request a session has ended: of somebody with a role, who sees what is others', and of anybody else. Where the county has not set its own. */
export const IDLE_SECONDS = { desk: 2 * 3_600, others: 3 * 24 * 3_600 } as const
/** How exactly that is kept. */
export const SEEN_EVERY_MS = 5 * 60_000

/** Whether the password has to be shown again; `confirmedAt` in milliseconds since 1970. */
export const confirmRefusal = (confirmedAt: number, now: Date): ProblemCode | undefined =>
  now.getTime() - confirmedAt > CONFIRMED_FOR_MS ? 'session.confirm_needed' : undefined
