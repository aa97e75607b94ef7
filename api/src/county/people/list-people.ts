import { countPeople, listPeople } from '@dj/db/queries/county/people.ts'
import type { PersonPage, PersonQuery } from '@dj/shared/county/people/people.schema.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import { cutPage, fromCursor } from '../../platform/http/cursor.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { toPersonView } from './person.view.ts'

/** The accounts of the county. Names only to who keeps them: outside a transaction of the county the database shows none. */
export async function listPeopleFor(
  deps: Deps,
  { actor, limit, cursor, ...filter }: PersonQuery & { actor: Actor },
): Promise<Sent<typeof PersonPage>> {
  const after = fromCursor(cursor)
  const page = { limit: limit + 1, after }
  const ask = (db: Deps['db']) =>
    Promise.all([listPeople(db, actor.countyId, filter, page), countPeople(db, actor.countyId, filter)])
  const [rows, total] = await (may('person.edit', actor) ? deps.withTx(actor.countyId, ask) : ask(deps.db))
  const { items, nextCursor } = cutPage(rows, limit, ({ key, id }) => ({ key, id }))
  return { items: items.map(toPersonView), nextCursor, total }
}
