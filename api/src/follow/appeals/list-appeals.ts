import { countAppeals, listAppeals } from '@dj/db/queries/follow/appeals.ts'
import type { AppealPage, AppealQuery } from '@dj/shared/follow/appeal/appeal.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import { cutPage, fromCursor } from '../../platform/http/cursor.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { toAppealView } from './appeal.view.ts'

const leads = new Set(['secretary', 'alliance_lead', 'town_organizer', 'county_organizer'])

/** Appeals that concern me: mine, against me, about my work, or about the orders of the organizations I lead. */
export async function listOwnAppeals(
  deps: Deps,
  { actor, limit, cursor, state, orderId }: AppealQuery & { actor: Actor },
): Promise<Sent<typeof AppealPage>> {
  const under = actor.grants.filter(({ role }) => leads.has(role)).map(({ organizationId }) => organizationId)
  const filter = { state, orderId, seenBy: { personId: actor.personId, under } }
  const [rows, total] = await Promise.all([
    listAppeals(deps.db, actor, filter, { limit: limit + 1, after: fromCursor(cursor) }),
    countAppeals(deps.db, actor.countyId, filter),
  ])
  const page = cutPage(rows, limit, (row) => ({ key: row.filed_at, id: row.id }))
  return { items: page.items.map((row) => toAppealView(row, actor)), nextCursor: page.nextCursor, total }
}
