import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { type NeedRecord, respondTerm, updateNeed } from '@dj/db/queries/collect/needs.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import { reopenRefusal } from '@dj/shared/collect/need/need.rules.ts'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import type { Tx } from '@dj/db/with-tx.ts'
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

/** The requester asks for a second look, once. */
export function reopenNeed(deps: Deps, { actor, needId, reason }: Input): Promise<Sent<typeof NeedView>> {
  return deps.withTx(actor.countyId, async (tx, at) => {
    const need = await holdNeed(tx, actor, needId)
    if (!may('need.reopen', actor, { personId: need.requesterPersonId })) throw new Refused('need.not_requester')
    await reopen(tx, need, { reason, by: actor.personId, at })
    return viewNeed(tx, { actor, needId })
  })
}

/** A need that is held waits again, with a first-response clock of its own; what it was told before moves into the event. A merged one then goes its own way. */
export async function reopen(
  tx: Tx,
  need: NeedRecord,
  { reason, by, at }: { reason: string; by: string | null; at: Date },
): Promise<void> {
  refuseIf(reopenRefusal(need))
  const { countyId, id: needId, mergedIntoId } = need
  const { settings } = await currentSettings(tx, countyId)
  const term = await workingTermFrom(tx, countyId, at, settings.need.firstResponseWorkingDays)
  const unanswered = { answer: null, declineReason: null, respondedAt: null }
  const again = { state: 'received' as const, reopened: true, mergedIntoId: null, ...unanswered }
  await updateNeed(tx, countyId, needId, { ...again, ...respondTerm(term) })
  const earlierAnswer = need.state === 'declined' ? need.declineReason : need.answer
  await recordEvent(tx, {
    countyId,
    kind: 'need.reopened',
    at,
    by,
    needId,
    data: { reason, mergedIntoId, earlierAnswer },
  })
}
