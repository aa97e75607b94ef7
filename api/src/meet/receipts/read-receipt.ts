import { findCounty } from '@dj/db/queries/county/counties.ts'
import type { NeedRecord } from '@dj/db/queries/collect/needs.ts'
import { findNeedByReceipt } from '@dj/db/queries/collect/receipts.ts'
import { ordersOfReceipt, type ReceiptOrder, timelineOfReceipt } from '@dj/db/queries/meet/receipts.ts'
import { findSettings } from '@dj/db/queries/county/settings.ts'
import type { TimelineRow } from '@dj/db/queries/build/timeline.ts'
import { reopenRefusal } from '@dj/shared/collect/need/need.rules.ts'
import type { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { Refused } from '@dj/shared/problem.ts'
import { ratingRefusal } from '@dj/shared/build/order/rating.rules.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import { quarterOf } from '@dj/shared/platform/time/quarter.ts'
import { orderDeadlineView } from '../../build/orders/deadline.view.ts'
import type { ByReceipt } from '../../claim/talks/requester-standing.ts'
import { talksOfReceipt } from '../../claim/talks/talks-of-receipt.ts'
import { type Deps, inCounty } from '../../platform/deps.ts'
import { wireInstant, wireInstantOrNull } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'

type View = Sent<typeof ReceiptView>

const nobody = { id: '00000000-0000-0000-0000-000000000000', requesterPersonId: null }
const EVENTS = 200

/** Follows a need to its end by its receipt code. An unknown code asks the database the same questions, so time tells nothing. */
export async function readReceipt(of: Deps, using: ByReceipt): Promise<View> {
  const { code, receiptHash } = using
  const countyId = code.slice(0, 6)
  const deps = inCounty(of, countyId)
  const [need, county] = await Promise.all([
    findNeedByReceipt(deps.db, countyId, receiptHash),
    findCounty(deps.db, countyId),
  ])
  const { id, requesterPersonId } = need ?? nobody
  const [orders, timeline, talks, current] = await Promise.all([
    ordersOfReceipt(deps.db, { countyId, id, requesterPersonId }, quarterOf(deps.now())),
    timelineOfReceipt(deps.db, { countyId, id }, EVENTS),
    talksOfReceipt(deps, using, id),
    findSettings(deps.db, countyId),
  ])
  if (!need || !county || !current) throw new Refused('receipt.unknown')
  const shown = {
    orders: orders.map((row) => toReceiptOrder(row, current.settings)),
    timeline: timeline.map(toReceiptEvent),
    ...talks,
  }
  return { code, county, ...fateOf(need), ...shown }
}

const fateOf = (need: NeedRecord) => ({
  state: need.state,
  requesterKind: need.requesterKind,
  body: need.body,
  receivedAt: need.receivedAt.toISOString(),
  respondBy: need.respondBy?.toISOString() ?? null,
  answer: need.state === 'answered' ? need.answer : null,
  declineReason: need.state === 'declined' ? need.declineReason : null,
  mayReopen: reopenRefusal(need) === undefined,
})

function toReceiptOrder(row: ReceiptOrder, settings: CountySettings): View['orders'][number] {
  const { id, number, title, state, holders, question, retirement, deliveries, part, rating } = row
  return {
    id,
    number,
    title,
    state,
    holders,
    deadline: orderDeadlineView(row, settings),
    question: question && toQuestion(question),
    retirement: retirement && { ...retirement, noticeUntil: wireInstantOrNull(retirement.noticeUntil) },
    mayRate: ratingRefusal({ state, deliveries }, { entitled: true, part }) === undefined,
    myRating: rating,
  }
}

function toQuestion({ deliveredBy: _, ...delivery }: NonNullable<ReceiptOrder['question']>) {
  const { deliveredAt, answeredAt } = delivery
  return { ...delivery, deliveredAt: wireInstant(deliveredAt), answeredAt: wireInstantOrNull(answeredAt) }
}

// The rest of an event names people's ids and desks' reasons, which are not the requester's business.
const plainFacts = new Set(['share', 'words', 'answer', 'earlierAnswer', 'number', 'tier', 'outcome'])

const toReceiptEvent = (row: TimelineRow): View['timeline'][number] => ({
  id: row.id,
  kind: row.kind,
  at: wireInstant(row.at),
  who: row.who,
  data: Object.fromEntries(Object.entries(row.data).filter(([key]) => plainFacts.has(key))),
  attachments: [],
})
