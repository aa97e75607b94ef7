import type { ClockClaim, HeldUntil } from '@dj/db/queries/build/order-clock.ts'
import { claimDeadline, type Deadline, orderDeadline, type Procedures } from '@dj/shared/build/order/deadline.rules.ts'
import type { DeadlineView } from '@dj/shared/build/order/deadline.schema.ts'
import type { OrderState } from '@dj/shared/build/order/order.schema.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import type { Sent } from '../../platform/http/spec.ts'

interface HeldOrder {
  state: OrderState
  held: HeldUntil
}
type View = Sent<typeof DeadlineView> | null

/** The one deadline of a claim, as every page tells it. */
export const claimDeadlineView = (claim: ClockClaim, order: HeldOrder, settings: CountySettings): View =>
  toView(claimDeadline(clockOf(claim), proceduresOf(order), termsOf(settings)))

/** The one deadline of an order. */
export function orderDeadlineView(
  order: HeldOrder & { claim_by: string | null; due_on: string | null; claims: readonly ClockClaim[] },
  settings: CountySettings,
): View {
  const days = { claimBy: order.claim_by, dueOn: order.due_on }
  const clock = { ...proceduresOf(order), ...days, claims: order.claims.map(clockOf) }
  return toView(orderDeadline(clock, termsOf(settings)))
}

const toView = (deadline: Deadline | null): View =>
  deadline && {
    ...{ kind: deadline.kind, until: deadline.until?.toISOString() ?? null },
    releasedAt: deadline.releasedAt?.toISOString() ?? null,
  }

const termsOf = ({ delivery, claim }: CountySettings) => ({
  ...{ unansweredDays: delivery.unansweredDays, overdueReleaseDays: claim.overdueReleaseDays },
})

const dateOf = (value: string | null) => (value === null ? null : new Date(value))
const clockOf = ({ state, dueAt, warnedAt, respondBy, deliveredAt }: ClockClaim) => ({
  ...{ state, dueAt: new Date(dueAt), warnedAt: dateOf(warnedAt) },
  ...{ respondBy: dateOf(respondBy), deliveredAt: dateOf(deliveredAt) },
})

function proceduresOf({ state, held }: HeldOrder): Procedures {
  const running = held && { until: dateOf(held.until) }
  return { state, rectify: state === 'rectifying' ? running : null, object: state === 'retiring' ? running : null }
}
