import { countGrants, listGrants } from '@dj/db/queries/county/grants.ts'
import type { GrantPage, GrantQuery } from '@dj/shared/county/people/people.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import { cutPage, fromCursor } from '../../platform/http/cursor.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { toGrantView } from './grant.view.ts'

export async function listGrantsFor(
  deps: Deps,
  { actor, limit, cursor, ...asked }: GrantQuery & { actor: Actor },
): Promise<Sent<typeof GrantPage>> {
  const after = fromCursor(cursor)
  const filter = { ...asked, at: deps.now() }
  const [rows, total] = await Promise.all([
    listGrants(deps.db, actor.countyId, filter, { limit: limit + 1, after }),
    countGrants(deps.db, actor.countyId, filter),
  ])
  const { items, nextCursor } = cutPage(rows, limit, ({ validFrom, id }) => ({ key: validFrom, id }))
  return { items: items.map(toGrantView), nextCursor, total }
}
