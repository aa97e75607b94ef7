import { must } from '@dj/shared/platform/assert.ts'
import { ids, people } from '../county/county.world.ts'
import { checked } from './market.checked.ts'
import { newId, type ClaimRecord, type Market, type OrderRecord } from './market.ts'
import { drafts, type Draft } from './market.drafts.ts'
import { held as heldDrafts } from './market.held.ts'

const day = 86_400_000
export const ago = (days: number) => new Date(Date.now() - days * day).toISOString()
export const dayAhead = (days: number) => new Date(Date.now() + days * day + 8 * 3_600_000).toISOString().slice(0, 10)

/** Fills a market with what a county has: things to claim, things in hand in every light, things done and rated. */
export function seed(market: Market): void {
  for (const [nth, draft] of [...heldDrafts, ...drafts, ...checked].entries()) {
    const order = addOrder(market, draft, nth)
    tell(market, order)
    for (const claim of draft.claims ?? []) addClaim(market, order, claim)
  }
}

function addOrder(market: Market, draft: Draft, nth: number): OrderRecord {
  const { tier = 'C', state = 'open', owner = 'branch', opened = nth + 1 } = draft
  const order: OrderRecord = {
    id: `01990000-0000-7000-8000-${String(1001 + nth).padStart(12, '0')}`,
    number: state === 'draft' ? null : `${tier}-2026-${String(nth + 101).padStart(6, '0')}`,
    tier,
    state,
    title: draft.title,
    ask: draft.ask,
    category: draft.category,
    mode: draft.mode ?? 'either',
    ownerId: ids[owner],
    places: draft.places ?? 1,
    confirmRequired: draft.confirm ?? false,
    claimBy: draft.claimIn === undefined ? null : dayAhead(draft.claimIn),
    dueOn: draft.dueIn === undefined ? null : dayAhead(draft.dueIn),
    skills: draft.skills ?? [],
    authorId: draft.author === undefined ? ids.secretary : ids[draft.author],
    openedAt: state === 'draft' ? null : ago(opened),
    stateSince: ago(opened),
    needs: [{ id: newId(), body: draft.ask, requesterName: '装配车间 林班长', requesterId: ids.worker }],
    secondedBy: people.slice(3, 3 + (draft.seconds ?? 0)).map(({ id }) => id),
  }
  market.orders.push(order)
  return order
}

function tell(market: Market, order: OrderRecord): void {
  const { id: orderId, openedAt } = order
  const at = (days: number) => new Date(Date.parse(openedAt ?? ago(0)) - days * day).toISOString()
  const event = (kind: string, when: string, who: string | null, data: Record<string, unknown>) =>
    market.events.push({ id: newId(), orderId, kind, at: when, who, data, attachments: [] })
  event('need.received', at(9), '热线 02', { channel: 'symposium' })
  event('need.received', at(8), '热线 02', { channel: 'hotline' })
  event('order.built', at(2), nameOf(order.authorId), { tier: order.tier, needIds: order.needs.map(({ id }) => id) })
  if (order.number !== null) event('order.published', at(0), '柳市组织员', { number: order.number, tier: order.tier })
}

export const nameOf = (personId: string): string =>
  must(
    people.find(({ id }) => id === personId),
    personId,
  ).alias

type Held = NonNullable<Draft['claims']>[number]

function addClaim(market: Market, order: OrderRecord, held: Held): void {
  const { by, from, due, reported, share = null, state = 'active' } = held
  const organizationId = by === 'breakers' || by === 'branch' || by === 'alliance' ? ids[by] : null
  const kind = organizationId === null ? 'member' : by === 'alliance' ? 'alliance' : 'branch'
  const claim: ClaimRecord = {
    id: newId(),
    orderId: order.id,
    place: market.claims.filter(({ orderId }) => orderId === order.id).length + 1,
    state,
    kind,
    personId: organizationId === null ? ids[by] : ids.lawyer,
    organizationId,
    startedAt: ago(from),
    dueAt: ago(-due),
    extended: false,
    respondBy: state === 'requested' ? ago(-3) : null,
    endedAt: state === 'completed' ? ago(1) : null,
    endReason: null,
    lastReportAt: reported === undefined ? null : ago(reported),
    share,
    notSolvedOnce: false,
    participants: held.listed === undefined ? [] : [{ personId: ids[held.listed], state: 'listed' }],
  }
  market.claims.push(claim)
  tellClaim(market, order, claim, held)
}

function tellClaim(market: Market, order: OrderRecord, claim: ClaimRecord, held: Held): void {
  const who = market.organizations.find(({ id }) => id === claim.organizationId)?.name ?? nameOf(claim.personId)
  const event = (kind: string, at: string, data: Record<string, unknown>) =>
    market.events.push({ id: newId(), orderId: order.id, kind, at, who, data, attachments: [] })
  const { kind: claimantKind, organizationId, participants } = claim
  const taken = claim.state === 'requested' ? 'claim.requested' : 'claim.taken'
  event(taken, claim.startedAt, { claimantKind, organizationId, participants: participants.length })
  if (claim.lastReportAt !== null)
    event('claim.reported', claim.lastReportAt, { share: claim.share, words: held.words, hours: 2 })
  if (claim.state !== 'delivered' && claim.state !== 'completed') return
  const deliveryId = newId()
  const words = held.words ?? ''
  event('claim.delivered', ago(2), { words, hours: 6, deliveryId })
  const open = { answer: null, answerWords: null, answeredAt: null, answerVia: null, answerEnteredBy: null }
  const told = {
    answer: 'solved' as const,
    answerWords: '讲得明白',
    answeredAt: ago(1),
    answerVia: 'signed_in' as const,
    answerEnteredBy: null,
  }
  const delivery = { id: deliveryId, claimId: claim.id, words, hours: 6, deliveredAt: ago(2), attachments: [] }
  const answered = claim.state === 'completed'
  market.deliveries.push({
    ...delivery,
    ...(answered ? told : open),
    deliveredBy: claim.personId,
  } as Market['deliveries'][number])
  if (answered) tellEnd(market, order)
}

function tellEnd(market: Market, order: OrderRecord): void {
  const event = (kind: string, who: string | null, data: Record<string, unknown>) =>
    market.events.push({ id: newId(), orderId: order.id, kind, at: ago(1), who, data, attachments: [] })
  event('delivery.answered', '装配车间 12', { answer: 'solved', words: '讲得明白', via: 'signed_in' })
  event('order.closed', '装配车间 12', { outcome: 'solved', cycle: 1, claims: 1, hours: 6 })
  const sides = ['member', 'member', 'member', 'member', 'member', 'member', 'worker', 'worker', 'worker'] as const
  for (const [nth, side] of sides.entries()) {
    const grade = nth === 4 ? 2 : 5 - (nth % 2)
    const rating = { orderId: order.id, personId: newId(), side, attitude: 5, speed: grade, result: grade, words: null }
    market.ratings.push(rating)
  }
}
