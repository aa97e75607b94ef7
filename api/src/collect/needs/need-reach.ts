import type { Reads } from '@dj/db/connect.ts'
import type { NeedReach } from '@dj/db/queries/collect/need-filter.ts'
import { kindsOf } from '@dj/db/queries/collect/needs.ts'
import { type Actor, type Operation, reachOf } from '@dj/shared/policy.ts'

/** Whose needs the actor may list. A grant on the county reaches everything, one on a town all that lies in it. */
export async function needReach(db: Reads, actor: Actor, operation: Operation): Promise<NeedReach> {
  const { all, self, under } = reachOf(operation, actor)
  const roots = all ? [] : await kindsOf(db, actor.countyId, under)
  const ofKind = (isTown: boolean) => roots.filter(({ kind }) => (kind === 'town') === isTown).map(({ id }) => id)
  return {
    all: all || roots.some(({ kind }) => kind === 'county'),
    townIds: ofKind(true),
    organizationIds: ofKind(false),
    personId: self ? actor.personId : null,
  }
}

/** Only what oneself raised or joined, whatever the role. */
export const ownNeeds = (actor: Actor): NeedReach => ({
  all: false,
  townIds: [],
  organizationIds: [],
  personId: actor.personId,
})
