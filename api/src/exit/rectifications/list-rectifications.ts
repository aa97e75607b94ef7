import { countRectifications, listRectifications } from '@dj/db/queries/exit/rectification-views.ts'
import { type Actor, reachOf } from '@dj/shared/policy.ts'
import type {
  RectificationPage,
  RectificationQuery,
  RectificationView,
} from '@dj/shared/exit/rectification/rectification.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import { cutPage, fromCursor } from '../../platform/http/cursor.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { noticesToReinspect } from './notices-to-reinspect.ts'
import { seenBy, toRectificationView, viewRectification } from './rectification.view.ts'

/** As many as wait for one inspector's second look at the most. */
const MOST_WAITING = 500

/** Notices of the county; `mine` those of my organizations, my claims, that name me, or that wait for my second look. */
export async function listNotices(
  deps: Deps,
  input: RectificationQuery & { actor: Actor },
): Promise<Sent<typeof RectificationPage>> {
  const { actor, limit, cursor, state, orderId, mine } = input
  const under = reachOf('rectification.work', actor).under
  const waiting = mine ? await noticesToReinspect(deps.db, actor, deps.now(), MOST_WAITING) : []
  const concerning = mine && { under, personId: actor.personId, ids: waiting.map(({ id }) => id) }
  const filter = { state, orderId, concerning: concerning || undefined }
  const [rows, total] = await Promise.all([
    listRectifications(deps.db, actor.countyId, filter, { limit: limit + 1, after: fromCursor(cursor) }),
    countRectifications(deps.db, actor.countyId, filter),
  ])
  const page = cutPage(rows, limit, (row) => ({ key: row.issued_at, id: row.id }))
  const seen = await seenBy(deps.db, actor, page.items, deps.now())
  return {
    items: page.items.map((row) => toRectificationView(row, seen)),
    nextCursor: page.nextCursor,
    total,
  }
}

export const readNotice = (
  deps: Deps,
  { actor, id }: { actor: Actor; id: string },
): Promise<Sent<typeof RectificationView>> => viewRectification(deps.db, id, actor, deps.now())
