import { must } from '@dj/shared/platform/assert.ts'
import { claimDeadline, type Deadline, orderDeadline } from '@dj/shared/build/order/deadline.rules.ts'
import { light } from '@dj/shared/build/order/light.rules.ts'
import { may } from '@dj/shared/policy.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { actorOf } from '../../../county/session/me.ts'
import { people } from '../county/county.world.ts'
import type { ClaimRecord, Market, OrderRecord } from './market.ts'

export const aliasOf = (personId: string) => people.find(({ id }) => id === personId)?.alias ?? '红帆 99'
export const organizationOf = (market: Market, id: string) =>
  must(
    market.organizations.find((each) => each.id === id),
    `organization ${id}`,
  )
export const claimantOf = (market: Market, claim: ClaimRecord) =>
  claim.organizationId === null ? aliasOf(claim.personId) : organizationOf(market, claim.organizationId).name

export const claimsOn = (market: Market, orderId: string) => market.claims.filter((claim) => claim.orderId === orderId)

/** As the api tells it; no order of the market is held by a procedure. */
export function claimDeadlineOf({ settings, deliveries }: Market, claim: ClaimRecord, order: OrderRecord) {
  const clock = clockOf(deliveries, claim)
  return toDeadline(claimDeadline(clock, { ...order, ...unheld }, termsOf(settings)))
}
export function orderDeadlineOf({ settings, deliveries, claims }: Market, order: OrderRecord) {
  const own = claims.filter(({ orderId }) => orderId === order.id).map((claim) => clockOf(deliveries, claim))
  return toDeadline(orderDeadline({ ...order, ...unheld, claims: own }, termsOf(settings)))
}
const termsOf = ({ delivery, claim }: Market['settings']) => ({
  ...{ unansweredDays: delivery.unansweredDays, overdueReleaseDays: claim.overdueReleaseDays },
})
const unheld = { rectify: null, object: null }
const toDeadline = (deadline: Deadline | null) =>
  deadline && { kind: deadline.kind, until: deadline.until?.toISOString() ?? null, releasedAt: null }
function clockOf(deliveries: Market['deliveries'], { id, state, dueAt, respondBy }: ClaimRecord) {
  const asked = deliveries.find(({ claimId, answer }) => claimId === id && answer === null)?.deliveredAt
  return {
    ...{ state, dueAt: new Date(dueAt), warnedAt: null, respondBy: respondBy === null ? null : new Date(respondBy) },
    deliveredAt: state === 'delivered' && asked !== undefined ? new Date(asked) : null,
  }
}

export function lightOf({ settings }: Market, claim: ClaimRecord) {
  if (claim.state !== 'active') return null
  const lastReportAt = claim.lastReportAt === null ? null : new Date(claim.lastReportAt)
  const clock = { startedAt: new Date(claim.startedAt), lastReportAt, dueAt: new Date(claim.dueAt) }
  return light(clock, new Date(), settings.light)
}

/** The member who claimed, or whoever leads the organization that did. */
export const actsFor = (market: Market, claim: ClaimRecord, me: SessionView): boolean =>
  claim.organizationId === null
    ? claim.personId === me.person.id
    : may('claim.take_for_organization', actorOf(me), { path: organizationOf(market, claim.organizationId).path })

export function partOf(market: Market, orderId: string, personId: string): 'doer' | 'rater' | null {
  if (market.ratings.some((rating) => rating.orderId === orderId && rating.personId === personId)) return 'rater'
  const doer = claimsOn(market, orderId).some(
    (claim) =>
      claim.personId === personId ||
      claim.participants.some((each) => each.personId === personId && each.state === 'confirmed'),
  )
  return doer ? 'doer' : null
}
