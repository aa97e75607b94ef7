import { receiversAlong } from '@dj/db/queries/collect/first-receiver.ts'
import { placeOfNeed } from '@dj/db/queries/collect/need-list.ts'
import { type NeedRecord, updateNeed } from '@dj/db/queries/collect/needs.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Reads } from '@dj/db/connect.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { actRefusal } from '@dj/shared/collect/need/need.rules.ts'
import type { AnswerHandover, HandOverNeed, ReceiverList } from '@dj/shared/collect/need/handover.schema.ts'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdNeed } from './hold-need.ts'
import { viewNeed } from './read-need.ts'

interface One {
  actor: Actor
  needId: string
}
type View = Promise<Sent<typeof NeedView>>

/** Who may take the need over: those at the desks above it, but for its holder and its requester. */
export function listReceivers(deps: Deps, { actor, needId }: One): Promise<Sent<typeof ReceiverList>> {
  return deps.withTx(actor.countyId, async (tx, at) => {
    const need = await holdNeed(tx, actor, needId, 'need.receivers')
    return { items: await receiversOf(tx, need, at) }
  })
}

/** Asks somebody to take the need over. The holder stays responsible until they accept. (首问负责) [001] */
export function handOver(deps: Deps, { actor, needId, toPersonId, reason }: HandOverNeed & One): View {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const need = await holdNeed(tx, actor, needId, 'need.hand_over')
    refuseIf(actRefusal(need, 'answer'))
    const fits = (await receiversOf(tx, need, at)).some(({ id }) => id === toPersonId)
    if (!fits) throw new Refused('need.receiver_unfit', 'toPersonId')
    await updateNeed(tx, countyId, needId, { handoverTo: toPersonId, handoverReason: reason })
    await recordEvent(tx, { countyId, kind: 'need.handed_over', at, by, needId, data: { toPersonId, reason } })
    return viewNeed(tx, { actor, needId })
  })
}

/** Takes the offer back before it is accepted. */
export function recallHandover(deps: Deps, { actor, needId }: One): View {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const need = await holdNeed(tx, actor, needId, 'need.recall')
    refuseIf(isOffered(need) ? undefined : 'need.not_handed_over')
    await updateNeed(tx, countyId, needId, noHandover)
    await recordEvent(tx, { countyId, kind: 'need.handover_recalled', at, by, needId })
    return viewNeed(tx, { actor, needId })
  })
}

/** Whoever was asked accepts, and holds it from here on, or declines with a reason. */
export function answerHandover(deps: Deps, { actor, needId, ...given }: AnswerHandover & One): View {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const need = await holdNeed(tx, actor, needId, 'need.take_over')
    refuseIf(isOffered(need) && need.handoverTo === by ? undefined : 'need.not_handed_over')
    const event = { countyId, at, by, needId }
    if (given.answer === 'decline') {
      await updateNeed(tx, countyId, needId, noHandover)
      await recordEvent(tx, { ...event, kind: 'need.handover_declined', data: { reason: given.reason } })
    } else {
      await updateNeed(tx, countyId, needId, { ...noHandover, holderId: by })
      await recordEvent(tx, { ...event, kind: 'need.taken_over', data: { fromPersonId: need.holderId } })
    }
    return viewNeed(tx, { actor, needId })
  })
}

/** What a need keeps of an offer that is over. */
export const noHandover = { handoverTo: null, handoverReason: null }

const isOffered = (need: NeedRecord): boolean => need.handoverTo !== null && actRefusal(need, 'answer') === undefined

async function receiversOf(tx: Tx & Reads, { countyId, id, holderId, requesterPersonId }: NeedRecord, at: Date) {
  const place = must(await placeOfNeed(tx, { countyId, personId: null }, id), `the place of need ${id}`)
  return receiversAlong(tx, { countyId, path: place.path, not: [holderId, requesterPersonId], at })
}
