import type { ProblemCode } from '../problem.ts'
import type { NeedState } from './need.schema.ts'

export const needActions = ['answer', 'decline', 'link', 'reopen', 'second'] as const
export type NeedAction = (typeof needActions)[number]

/** Need states: received → answered | linked | declined; answered and declined can be reopened once by the requester. (domain §4) */
export const needTable = {
  received: { answer: true, decline: true, link: true, second: true, reopen: 'need.not_settled' },
  linked: { answer: 'need.not_open', decline: 'need.not_open', link: true, second: true, reopen: 'need.not_settled' },
  answered: {
    answer: 'need.not_open',
    decline: 'need.not_open',
    link: 'need.not_open',
    second: 'need.not_open',
    reopen: true,
  },
  declined: {
    answer: 'need.not_open',
    decline: 'need.not_open',
    link: 'need.not_open',
    second: 'need.not_open',
    reopen: true,
  },
} as const satisfies Record<NeedState, Record<NeedAction, ProblemCode | true>>

/** Why `action` is not possible on a need in `state`, or undefined if it is. */
export function needRefusal(state: NeedState, action: NeedAction): ProblemCode | undefined {
  const entry: ProblemCode | true = needTable[state][action]
  return entry === true ? undefined : entry
}

export const reopenRefusal = (need: { state: NeedState; reopened: boolean }): ProblemCode | undefined =>
  needRefusal(need.state, 'reopen') ?? (need.reopened ? 'need.reopened_before' : undefined)
