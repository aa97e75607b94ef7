import { lastDayOf } from '@dj/shared/platform/time/deadline.ts'
import type { EventView, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { EventFacts, kindOf, type EventKind } from './event-kinds.ts'

/** One step of the spine: events that say the same thing at the same time are one. */
export interface Step {
  readonly event: EventView
  readonly kind: EventKind | undefined
  readonly facts: EventFacts
  /** How often the same happened before anything else did. */
  readonly times: number
}

/** Kinds that come in numbers and are told as a number. */
export const countedKinds = [
  'need.received',
  'need.imported',
  'need.seconded',
  'order.seconded',
  'order.rated',
  'claim.message_posted',
] as const satisfies readonly EventKind[]
export type CountedKind = (typeof countedKinds)[number]

export const countedKind = (kind: EventKind | undefined): CountedKind | undefined =>
  countedKinds.find((counted) => counted === kind)

// What the places and claims say by themselves: the event beside it has told already why.
const settled: readonly (EventKind | undefined)[] = ['order.open', 'order.claimed', 'order.delivered']

/** The events as steps: states that merely follow are left out, and what comes in numbers is told once. */
export function toSteps(events: readonly EventView[]): readonly Step[] {
  const steps: Step[] = []
  for (const event of events) {
    const kind = kindOf(event.kind)
    const before = steps.at(-1)
    if (settled.includes(kind) && before?.event.at === event.at) continue
    if (before !== undefined && before.kind === kind && countedKind(kind) !== undefined) {
      steps[steps.length - 1] = { ...before, event, times: before.times + 1 }
    } else {
      steps.push({ event, kind, facts: EventFacts.parse(event.data), times: 1 })
    }
  }
  return steps
}

export const troubles: readonly (EventKind | undefined)[] = [
  'claim.released',
  'claim.lapsed',
  'claim.declined',
  'claim.participant_declined',
  'need.declined',
  'order.discarded',
]

export type NextStep = 'publish' | 'claim' | 'confirm' | 'work' | 'answer' | 'rate' | 'rectify' | 'object' | 'review'

/** What comes next, and until which day: the one thing everybody must see at any moment. Undefined when it is over. */
export function nextStepOf(order: OrderView): { step: NextStep; until: string | null } | undefined {
  const due = order.claims.filter(({ state }) => state === 'active').map(({ dueAt }) => lastDayOf(new Date(dueAt)))
  const until = due.toSorted()[0] ?? order.dueOn
  const asks = order.claims.some(({ state }) => state === 'requested')
  const waits = order.deliveries.some(({ answer }) => answer === null)
  switch (order.state) {
    case 'draft':
      return { step: 'publish', until: null }
    case 'open':
      if (asks) return { step: 'confirm', until: null }
      if (waits) return { step: 'answer', until: null }
      return order.placesTaken === 0 ? { step: 'claim', until: order.claimBy } : { step: 'work', until }
    case 'claimed':
      if (asks) return { step: 'confirm', until: null }
      return waits && due.length === 0 ? { step: 'answer', until: null } : { step: 'work', until }
    case 'delivered':
      return { step: 'answer', until: null }
    case 'closed':
      if (order.feedback?.standing === 'under_review') return { step: 'review', until: null }
      return order.ratings.length === 0 ? { step: 'rate', until: null } : undefined
    case 'rectifying':
      return { step: 'rectify', until: null } // the notice has a term of its own
    case 'retiring':
      return { step: 'object', until: null }
    case 'retired':
    case 'discarded':
      return undefined
  }
}
