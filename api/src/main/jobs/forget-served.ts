import { deleteOldReplies } from '@dj/db/queries/platform/idempotency.ts'
import { deleteOldCounts } from '@dj/db/queries/county/attempts.ts'
import { deleteEndedSessions } from '@dj/db/queries/county/sessions.ts'
import { replyDays } from '@dj/shared/platform/attachment.schema.ts'
import type { Deps } from '../../platform/deps.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const REPLIES_MS = replyDays * DAY_MS
const BATCH = 5_000

/** Forgets replies nobody will ask for again, after a week, sessions that have ended, and attempts at secrets of the day before. */
export async function forgetServed(deps: Deps, countyId: string): Promise<{ replies: number; sessions: number }> {
  const sessions = await deps.withTx(countyId, (tx, at) => deleteEndedSessions(tx, countyId, at))
  await deps.withTx(countyId, (tx, at) => deleteOldCounts(tx, new Date(at.getTime() - DAY_MS)))
  let replies = 0
  for (let deleted = BATCH; deleted === BATCH;) {
    deleted = await deps.withTx(countyId, (tx, at) =>
      deleteOldReplies(tx, countyId, new Date(at.getTime() - REPLIES_MS), BATCH),
    )
    replies += deleted
  }
  return { replies, sessions }
}
