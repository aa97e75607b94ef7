import { countClaimViews, listClaimViews } from '@dj/db/queries/claim/claim-views.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { ClaimPage, ClaimQuery } from '@dj/shared/claim/claim/claim.schema.ts'
import { type Actor, reachOf } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import { cutPage, fromCursor } from '../../platform/http/cursor.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { toClaimView } from './claim.view.ts'

/** Claims of the county, or mine: my own, those of organizations I lead, those I am listed in. */
export async function listClaims(deps: Deps, input: ClaimQuery & { actor: Actor }): Promise<Sent<typeof ClaimPage>> {
  const { actor, limit, cursor, mine, state, orderId } = input
  const filter = {
    mine: mine ? { under: reachOf('claim.take_for_organization', actor).under } : undefined,
    states:
      state === undefined ? undefined : state === 'live' ? (['requested', 'active', 'delivered'] as const) : [state],
    orderId,
  }
  const [rows, total, { settings }] = await Promise.all([
    listClaimViews(deps.db, actor, filter, { limit: limit + 1, after: fromCursor(cursor) }),
    countClaimViews(deps.db, actor, filter),
    currentSettings(deps.db, actor.countyId),
  ])
  const page = cutPage(rows, limit, (row) => ({ key: row.started_at, id: row.id }))
  const seeing = { actor, settings, at: deps.now() }
  return { items: page.items.map((row) => toClaimView(row, seeing)), nextCursor: page.nextCursor, total }
}
