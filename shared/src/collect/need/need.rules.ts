import type { ProblemCode } from '../../problem.ts'
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

/** Why `action` is not possible on this need: one that was merged is treated where it was merged into. */
export const actRefusal = (
  need: { state: NeedState; mergedIntoId: string | null },
  action: NeedAction,
): ProblemCode | undefined => (need.mergedIntoId === null ? needRefusal(need.state, action) : 'need.merged')

interface Mergeable {
  id: string
  state: NeedState
  mergedIntoId: string | null
}

/** Why `need` cannot be merged into `into`: it must still wait, stand for itself alone, and meet one that is not settled. (domain §4) */
export function mergeRefusal(need: Mergeable & { voices: number }, into: Mergeable): ProblemCode | undefined {
  if (need.id === into.id) return 'need.merge_into_itself'
  if (need.voices > 0) return 'need.has_voices'
  return actRefusal(need, 'answer') ?? actRefusal(into, 'second')
}

export const unmergeRefusal = (need: { mergedIntoId: string | null }): ProblemCode | undefined =>
  need.mergedIntoId === null ? 'need.not_merged' : undefined
