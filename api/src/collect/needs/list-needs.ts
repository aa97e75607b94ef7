import { needConditions } from '@dj/db/queries/collect/need-filter.ts'
import { countNeeds, listNeeds } from '@dj/db/queries/collect/need-list.ts'
import type { NeedPage, NeedQuery } from '@dj/shared/collect/need/need.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import { searched } from '../../platform/searched.ts'
import { cutPage, fromCursor } from '../../platform/http/cursor.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { needReach, ownNeeds } from './need-reach.ts'
import { viewNeeds } from './view-needs.ts'

/** A page of needs, newest first: one's own, and those of the organizations and towns one handles. */
export async function listNeedsFor(
  deps: Deps,
  { actor, limit, cursor, mine, q, ...filter }: NeedQuery & { actor: Actor },
): Promise<Sent<typeof NeedPage>> {
  const { countyId, personId } = actor
  const after = fromCursor(cursor)
  const reach = mine ? ownNeeds(actor) : await needReach(deps.db, actor, 'need.list')
  const conditions = needConditions(countyId, reach, { ...filter, terms: searched(q) })
  const [rows, total] = await Promise.all([
    listNeeds(deps.db, { countyId, personId }, conditions, { limit: limit + 1, after }),
    after === null ? countNeeds(deps.db, conditions) : null,
  ])
  const page = cutPage(rows, limit, (row) => ({ key: row.received_at, id: row.id }))
  return { items: await viewNeeds(deps, actor, page.items), nextCursor: page.nextCursor, total }
}
