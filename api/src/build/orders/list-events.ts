import { attachmentsByEvent, ownerAndState, timelineOf, type TimelineRow } from '@dj/db/queries/build/timeline.ts'
import type { EventPage, EventView } from '@dj/shared/build/order/order.schema.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import { cutPage, fromCursor } from '../../platform/http/cursor.ts'
import { wireInstant } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { isVisible } from './read-order.ts'

interface Input {
  actor: Actor
  orderId: string
  limit: number
  cursor?: string | undefined
}

/** The spine of the order page: what happened, by whom as far as the viewer may know, when and why. Oldest first. */
export async function listOrderEvents(
  deps: Deps,
  { actor, orderId, limit, cursor }: Input,
): Promise<Sent<typeof EventPage>> {
  const { db } = deps
  const found = await ownerAndState(db, actor.countyId, orderId)
  if (!found || !isVisible(found, actor)) throw new Refused('not_found')
  const rows = await timelineOf(db, actor.countyId, orderId, { limit: limit + 1, after: fromCursor(cursor) })
  const page = cutPage(rows, limit, (row) => ({ key: row.at, id: row.id }))
  const photos = await attachmentsByEvent(db, actor.countyId, page.items)
  const triages = may('need.read', actor, { path: found.owner_path })
  return { items: page.items.map((row) => toEventView(row, photos, triages)), nextCursor: page.nextCursor }
}

/** Voices are heard and counted, not named: whoever did the work or owns it reads this, too. */
const unnamed: ReadonlySet<string> = new Set(['order.rated', 'order.seconded', 'need.seconded', 'claim.message_posted'])
/** What a requester does: done by one, it names them. A claim names its claimant, who may have raised the need as well. */
const byRequester = /^(?:need\.|delivery\.answered$|order\.(?:closed|cycle_ended)$)/

const isUnnamed = ({ kind, by_requester }: TimelineRow, triages: boolean): boolean =>
  unnamed.has(kind) || (!triages && (kind.startsWith('need.') || (by_requester && byRequester.test(kind))))

/** Of a need's own events only that they happened: its words, and who said them, belong to those who triage it. */
export function toEventView(
  row: TimelineRow,
  photos: ReadonlyMap<string, string[]>,
  triages: boolean,
): Sent<typeof EventView> {
  const ofNeed = row.kind.startsWith('need.')
  return {
    id: row.id,
    kind: row.kind,
    at: wireInstant(row.at),
    who: isUnnamed(row, triages) ? null : row.who,
    data: ofNeed && !triages ? {} : row.data,
    attachments: photos.get(row.id) ?? [],
  }
}
