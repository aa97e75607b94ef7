import type { Reads } from '@dj/db/connect.ts'
import { noticesSubmitted, type NoticeRow } from '@dj/db/queries/exit/notices-waiting.ts'
import { reinspectRefusal } from '@dj/shared/exit/rectification/rectification.rules.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { interestsIn } from './interests-in.ts'

/** What waits for this inspector's second look: of whoever neither found nor submitted it, has no part in the order and no interest in it. */
export async function noticesToReinspect(db: Reads, actor: Actor, now: Date, limit: number): Promise<NoticeRow[]> {
  if (!may('rectification.reinspect', actor)) return []
  const { countyId, personId } = actor
  const rows = (await noticesSubmitted(db, { countyId, personId }, limit)).filter((row) => {
    const notice = { state: row.state, foundBy: row.finders, submittedBy: row.submitted_by }
    return reinspectRefusal(notice, { personId, part: row.part }) === undefined
  })
  if (rows.length === 0) return []
  const orderIds = rows.map((row) => row.order_id)
  const interests = new Set(await interestsIn(db, { countyId, by: personId, orderIds, at: now }))
  return rows.filter((row) => !interests.has(row.order_id))
}
