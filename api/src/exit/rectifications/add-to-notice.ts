import { addedFindings } from '@dj/db/queries/exit/rectification-finders.ts'
import { itemsOf } from '@dj/db/queries/exit/rectification-items.ts'
import { insertItems, type RectificationRow, updateRectification } from '@dj/db/queries/exit/rectifications.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import { endsLater } from '@dj/shared/platform/time/deadline.ts'
import { workingTermFrom } from '../../county/calendar/working-term-from.ts'
import { deadlineOf, termOf } from './issue-rectification.ts'

export interface Addition {
  notice: RectificationRow
  findingId: string
  foundBy: string
  items: readonly string[]
  by: string
  at: Date
  settings: CountySettings
}

/** What another finding asks joins a notice that is running, with the full term from now. One already submitted is open again: not all is put right. */
export async function addToNotice(tx: Tx, { notice, findingId, foundBy, items, by, at, settings }: Addition) {
  const { countyId, id, orderId } = notice
  const standing = await itemsOf(tx, countyId, id)
  const last = standing.at(-1)?.item ?? 0
  // What is asked already, and still to be done, is asked once: this finding then rests on it, too.
  const shared = standing.filter(({ words, done }) => done === null && items.includes(words))
  const fresh = items.filter((words) => !shared.some((each) => each.words === words))
  await insertItems(tx, { countyId, rectificationId: id }, fresh, last)
  const full = await workingTermFrom(tx, countyId, at, settings.rectification.deadlineWorkingDays)
  const term = endsLater(full, termOf(notice)) ? full : termOf(notice)
  const added = [
    ...addedFindings(notice),
    {
      ...{ findingId, foundBy, items: fresh.map((_, i) => last + i + 1) },
      ...(shared.length > 0 && { shared: shared.map(({ item }) => item) }),
    },
  ]
  const change = { facts: { ...notice.facts, added }, ...deadlineOf(term) }
  await updateRectification(tx, countyId, id, { ...change, state: 'issued', submittedBy: null, submittedAt: null })
  const deadlineAt = term.until?.toISOString() ?? null
  const data = { rectificationId: id, findingId, number: notice.number, items: fresh, deadlineAt }
  await recordEvent(tx, { countyId, kind: 'rectification.items_added', at, by, orderId, data })
}
