import { unreachable } from '../../platform/assert.ts'
import type { ClaimState } from './claim-state.ts'
import { endOf, releasedAt } from './due.rules.ts'
import type { DeadlineKind } from './deadline.schema.ts'
import type { OrderState } from './order.schema.ts'

/** `until` is exclusive, and null while it waits for the working-day calendar of its year. */
export interface Deadline {
  kind: DeadlineKind
  until: Date | null
  /** Of overdue work that was warned: when the place is given back by itself. */
  releasedAt?: Date | null
}
/** The county's terms. */
export interface Terms {
  unansweredDays: number
  overdueReleaseDays: number
}

export interface ClaimClock {
  state: ClaimState
  dueAt: Date
  warnedAt: Date | null
  /** While requested. */
  respondBy: Date | null
  /** While it waits for the requester's answer. */
  deliveredAt: Date | null
}

/** What an order is held by: the notice that is still to be put right, the retirement whose public notice runs. */
export interface Procedures {
  state: OrderState
  rectify: { until: Date | null } | null
  object: { until: Date | null } | null
}

const day = 86_400_000

/** The one deadline that counts for an order under a procedure, whatever its claims had; undefined when it is under none. */
function procedureDeadline({ state, rectify, object }: Procedures): Deadline | null | undefined {
  if (state === 'rectifying') return rectify && { kind: 'rectify', until: rectify.until }
  if (state === 'retiring') return object && { kind: 'object', until: object.until }
  return undefined
}

/** The one deadline of a claim, or null when nothing of it is waited for. While its order is held, the order's own counts. */
export function claimDeadline(claim: ClaimClock, order: Procedures, terms: Terms): Deadline | null {
  const held = procedureDeadline(order)
  switch (claim.state) {
    case 'requested':
      return held === undefined ? { kind: 'confirm', until: claim.respondBy } : held
    case 'active':
      if (held !== undefined) return held
      return { kind: 'finish', until: claim.dueAt, releasedAt: releasedAt(claim, terms.overdueReleaseDays) }
    case 'delivered': {
      const asked = claim.deliveredAt?.getTime()
      const until = asked === undefined ? null : new Date(asked + terms.unansweredDays * day)
      return until && { kind: 'answer', until }
    }
    case 'completed':
    case 'released':
    case 'lapsed':
    case 'failed':
    case 'ended':
      return null
    default:
      return unreachable(claim.state)
  }
}

export interface OrderClock extends Procedures {
  /** Civil dates in Shanghai, inclusive. */
  claimBy: string | null
  dueOn: string | null
  /** Of the running cycle. */
  claims: readonly ClaimClock[]
}

/** The one deadline of an order: of its procedure, else the nearest of its claims, else until when it can be claimed. */
export function orderDeadline(order: OrderClock, terms: Terms): Deadline | null {
  switch (order.state) {
    case 'draft':
    case 'discarded':
    case 'retired':
    case 'closed':
      return null
    case 'rectifying':
    case 'retiring':
      return procedureDeadline(order) ?? null
    case 'open':
    case 'claimed':
    case 'delivered':
      return nearest(order.claims.map((claim) => claimDeadline(claim, order, terms))) ?? toClaim(order)
    default:
      return unreachable(order.state)
  }
}

function toClaim({ claimBy, dueOn }: OrderClock): Deadline | null {
  const last = claimBy ?? dueOn
  return last === null ? null : { kind: claimBy === null ? 'finish' : 'claim', until: endOf(last) }
}

/** The earliest; what waits for the calendar lies beyond all that has an end. */
function nearest(deadlines: readonly (Deadline | null)[]): Deadline | undefined {
  const when = ({ until }: Deadline) => until?.getTime() ?? Number.MAX_SAFE_INTEGER
  return deadlines.filter((each) => each !== null).toSorted((a, b) => when(a) - when(b))[0]
}
