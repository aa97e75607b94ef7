import { thanksSince } from '@dj/db/queries/meet/thanks.ts'
import { type Actor, reachOf } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import { wireInstant } from '../../platform/http/instant.ts'
import type { Waiting } from './waiting.ts'

const WEEK_MS = 7 * 24 * 3_600_000
/** A collective claim of a busy desk has thanks enough; what matters here is the newest. */
const most = 20

/** For a week, to those who did it, that a requester thanked them; the words stand in the order's timeline. */
export async function thanksWork({ db }: Deps, actor: Actor, now: Date): Promise<Waiting[]> {
  const { countyId, personId } = actor
  const leads = reachOf('claim.take_for_organization', actor).under
  const since = new Date(now.getTime() - WEEK_MS)
  const rows = await thanksSince(db, { countyId, personId, leads }, since, most)
  return rows.map((row) => ({
    ...{ kind: 'claim.thanked', subject: { kind: 'claim', id: row.claim_id }, orderId: row.order_id },
    ...{ title: row.title, since: wireInstant(row.since), dueAt: null },
  }))
}
