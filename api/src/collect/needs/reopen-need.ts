import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { respondTerm, updateNeed } from '@dj/db/queries/collect/needs.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import { reopenRefusal } from '@dj/shared/collect/need/need.rules.ts'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdNeed } from './hold-need.ts'
import { viewNeed } from './read-need.ts'
import { workingTermFrom } from '../../county/calendar/working-term-from.ts'

interface Input {
  actor: Actor
  needId: string
  reason: string
}

/** The requester asks for a second look, once. A merged need then goes its own way again. */
export function reopenNeed(deps: Deps, { actor, needId, reason }: Input): Promise<Sent<typeof NeedView>> {
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const need = await holdNeed(tx, actor, needId)
    if (!may('need.reopen', actor, { personId: need.requesterPersonId })) throw new Refused('need.not_requester')
    refuseIf(reopenRefusal(need))
    const { settings } = await currentSettings(tx, countyId)
    const term = await workingTermFrom(tx, countyId, at, settings.need.firstResponseWorkingDays)
    const again = { state: 'received' as const, reopened: true, mergedIntoId: null }
    await updateNeed(tx, countyId, needId, { ...again, ...respondTerm(term), respondedAt: null })
    const data = { reason, mergedIntoId: need.mergedIntoId }
    await recordEvent(tx, { countyId, kind: 'need.reopened', at, by: personId, needId, data })
    return viewNeed(tx, { actor, needId })
  })
}
