import { countActivePeople } from '@dj/db/queries/county/people.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { answerItem as storeAnswer, itemsOf } from '@dj/db/queries/exit/rectification-items.ts'
import { updateRectification } from '@dj/db/queries/exit/rectifications.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { submitRefusal, workRefusal } from '@dj/shared/exit/rectification/rectification.rules.ts'
import type {
  AnswerItem,
  ExtendRectification,
  NameResponsible,
  RectificationView,
} from '@dj/shared/exit/rectification/rectification.schema.ts'
import { workingTermFrom } from '../../county/calendar/working-term-from.ts'
import { attach } from '../../platform/attachments/attach.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdOwnRectification } from './hold-rectification.ts'
import { deadlineOf, termOf } from './issue-rectification.ts'
import { viewRectification } from './rectification.view.ts'

interface Ours {
  actor: Actor
  id: string
}
type View = Promise<Sent<typeof RectificationView>>

/** Says what was done about one item, with photos. */
export function answerItem(deps: Deps, { actor, id, item, done, attachmentIds }: Ours & AnswerItem): View {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { notice, order } = await holdOwnRectification(tx, actor, id)
    refuseIf(workRefusal(notice.state))
    const known = await storeAnswer(tx, { countyId, rectificationId: id, item }, { done, doneBy: by, doneAt: at })
    if (!known) throw new Refused('not_found')
    await attach(tx, { countyId, uploadedBy: by, ids: attachmentIds }, { rectificationId: id, rectificationItem: item })
    await updateRectification(tx, countyId, id, {})
    const data = { rectificationId: id, item, words: done }
    await recordEvent(tx, { countyId, kind: 'rectification.item_answered', at, by, orderId: order.id, data })
    return viewRectification(tx, id, actor, at)
  })
}

/** Names who answers for it. */
export function nameResponsible(deps: Deps, { actor, id, personId }: Ours & NameResponsible): View {
  const { countyId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { notice, order } = await holdOwnRectification(tx, actor, id)
    refuseIf(workRefusal(notice.state))
    if ((await countActivePeople(tx, countyId, [personId])) !== 1)
      throw new Refused('claim.participant_unknown', 'personId')
    await updateRectification(tx, countyId, id, { responsibleId: personId })
    const data = { rectificationId: id, personId }
    await recordEvent(tx, {
      countyId,
      kind: 'rectification.responsible_named',
      at,
      by: actor.personId,
      orderId: order.id,
      data,
    })
    return viewRectification(tx, id, actor, at)
  })
}

/** One extension, with a reason everybody sees. */
export function extendRectification(deps: Deps, { actor, id, reason }: Ours & ExtendRectification): View {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { notice, order } = await holdOwnRectification(tx, actor, id)
    refuseIf(workRefusal(notice.state))
    refuseIf(notice.extended ? 'rectification.extended_before' : undefined)
    const { settings } = await currentSettings(tx, countyId)
    // Added to the term itself, so that asking early costs nothing, and asking before the calendar is published neither.
    const { from, days } = termOf(notice)
    const term = await workingTermFrom(tx, countyId, from, days + settings.rectification.extensionWorkingDays)
    await updateRectification(tx, countyId, id, { ...deadlineOf(term), extended: true })
    const data = { rectificationId: id, reason, to: term.until?.toISOString() ?? null }
    await recordEvent(tx, { countyId, kind: 'rectification.extended', at, by, orderId: order.id, data })
    return viewRectification(tx, id, actor, at)
  })
}

/** Every item is answered: another inspector may look again. */
export function submitRectification(deps: Deps, { actor, id }: Ours): View {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { notice, order } = await holdOwnRectification(tx, actor, id)
    refuseIf(submitRefusal(notice.state, await itemsOf(tx, countyId, id)))
    await updateRectification(tx, countyId, id, { state: 'submitted', submittedBy: by, submittedAt: at })
    await recordEvent(tx, {
      countyId,
      kind: 'rectification.submitted',
      at,
      by,
      orderId: order.id,
      data: { rectificationId: id },
    })
    return viewRectification(tx, id, actor, at)
  })
}
