import { deleteOldReplies } from '@dj/db/queries/platform/idempotency.ts'
import { deleteEndedSessions } from '@dj/db/queries/county/sessions.ts'
import type { Deps } from '../../platform/deps.ts'

const WEEK_MS = 7 * 24 * 60 * 60 * 1000
const BATCH = 5_000

/** Forgets replies nobody will ask for again, after a week, and sessions that have ended. */
export async function forgetServed(deps: Deps, countyId: string): Promise<{ replies: number; sessions: number }> {
  const sessions = await deps.withTx(countyId, (tx, at) => deleteEndedSessions(tx, countyId, at))
  let replies = 0
  for (let deleted = BATCH; deleted === BATCH;) {
    deleted = await deps.withTx(countyId, (tx, at) =>
      deleteOldReplies(tx, countyId, new Date(at.getTime() - WEEK_MS), BATCH),
    )
    replies += deleted
  }
  return { replies, sessions }
}
