import type { DeadlineView } from '@dj/shared/build/order/deadline.schema.ts'
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
  'claim.warned',
  'claim.declined',
  'claim.participant_declined',
  'need.declined',
  'order.discarded',
]

export type NextStep = 'publish' | 'claim' | 'confirm' | 'work' | 'answer' | 'rate' | 'rectify' | 'object' | 'review'

/** What comes next, and the deadline of just that: the one thing everybody must see at any moment. Undefined when it is over. */
export function nextStepOf(order: OrderView): { step: NextStep; deadline: DeadlineView | null } | undefined {
  const step = stepOf(order)
  return step && { step, deadline: order.deadline?.kind === kinds[step] ? order.deadline : null }
}

const kinds: Partial<Record<NextStep, DeadlineView['kind']>> = {
  ...{ claim: 'claim', confirm: 'confirm', work: 'finish', answer: 'answer', rectify: 'rectify', object: 'object' },
}

function stepOf(order: OrderView): NextStep | undefined {
  const atWork = order.claims.some(({ state }) => state === 'active')
  const asks = order.claims.some(({ state }) => state === 'requested')
  const waits = order.deliveries.some(({ answer }) => answer === null)
  switch (order.state) {
    case 'draft':
      return 'publish'
    case 'open':
      if (asks) return 'confirm'
      if (waits) return 'answer'
      return order.placesTaken === 0 ? 'claim' : 'work'
    case 'claimed':
      if (asks) return 'confirm'
      return waits && !atWork ? 'answer' : 'work'
    case 'delivered':
      return 'answer'
    case 'closed':
      if (order.feedback?.standing === 'under_review') return 'review'
      return order.ratings.length === 0 ? 'rate' : undefined
    case 'rectifying':
      return 'rectify'
    case 'retiring':
      return 'object'
    case 'retired':
    case 'discarded':
      return undefined
  }
}
