import { lockNeed, type NeedRecord } from '@dj/db/queries/collect/needs.ts'
import { placeOfNeed } from '@dj/db/queries/collect/need-list.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { type Actor, may, type Operation } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'

interface Seen {
  path: readonly string[]
  requesterPersonId: string | null
  seconded: boolean
}

/** Requesters and seconders see their need; others by where it belongs. */
export const seesNeed = (actor: Actor, { path, requesterPersonId, seconded }: Seen): boolean =>
  may('need.read', actor, { path, personId: seconded ? actor.personId : requesterPersonId })

/** Locks a need for a change: not found outside the actor's sight, forbidden without the role there. */
export async function holdNeed(tx: Tx, actor: Actor, id: string, operation?: Operation): Promise<NeedRecord> {
  const [need, place] = await Promise.all([
    lockNeed(tx, actor.countyId, id),
    placeOfNeed(tx, { countyId: actor.countyId, personId: actor.personId }, id),
  ])
  if (!need || !place || !seesNeed(actor, { ...need, ...place })) throw new Refused('not_found')
  const target = { path: place.path, personId: need.requesterPersonId }
  if (operation && !may(operation, actor, target)) throw new Refused('auth.forbidden')
  return need
}
