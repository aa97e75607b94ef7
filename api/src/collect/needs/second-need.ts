import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { lockNeed } from '@dj/db/queries/collect/needs.ts'
import { insertSecond } from '@dj/db/queries/collect/seconds.ts'
import { actRefusal } from '@dj/shared/collect/need/need.rules.ts'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { viewNeed } from './read-need.ts'

/** "We need this too": any need of the county that is shown while typing, one voice a person, for their home organization. */
export function secondNeed(
  deps: Deps,
  { actor, needId }: { actor: Actor; needId: string },
): Promise<Sent<typeof NeedView>> {
  const { countyId, personId, homeOrganizationId: organizationId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const need = await lockNeed(tx, countyId, needId)
    if (!need) throw new Refused('not_found')
    if (need.requesterPersonId === personId) throw new Refused('need.own')
    refuseIf(actRefusal(need, 'second'))
    await insertSecond(tx, { countyId, id: newId(), needId, personId, organizationId, at })
    await recordEvent(tx, { countyId, kind: 'need.seconded', at, by: personId, needId, data: { organizationId } })
    return viewNeed(tx, { actor, needId })
  })
}
