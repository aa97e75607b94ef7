import type { ClaimState } from '../../build/order/claim-state.ts'
import type { ProblemCode } from '../../problem.ts'
import type { TalkSide } from './talk.schema.ts'

/** As many messages an hour from one side of one conversation. */
export const messagesAnHour = 30

/** As many messages are shown at once; earlier ones are asked for. */
export const messagesShown = 50

interface Standing {
  isRequester: boolean
  /** The member who claimed, a lead of the organization that did, or a confirmed participant. */
  isClaimant: boolean
  /** Of the owner's own desk, or who built the order for it. */
  isOwner: boolean
}

/** For whom the viewer speaks; undefined for everybody else, for whom the conversation does not exist. */
export function talkSide({ isRequester, isClaimant, isOwner }: Standing): TalkSide | undefined {
  if (isRequester) return 'requester'
  if (isClaimant) return 'claimant'
  return isOwner ? 'owner' : undefined
}

/** An accepted claim that has not ended. Before there is nothing to talk about; afterwards what was said can still be read. */
export const isTalkedAbout = (state: ClaimState): boolean => state === 'active' || state === 'delivered'

/** Why nothing more is said under a claim in this state, or undefined. */
export const talkRefusal = (state: ClaimState): ProblemCode | undefined =>
  isTalkedAbout(state) ? undefined : 'talk.closed'

/** Why those who do the work may not see the contact, or undefined. The owner looks at it on the page of the need. */
export function revealRefusal(state: ClaimState, side: TalkSide, consent: boolean): ProblemCode | undefined {
  if (side !== 'claimant') return 'auth.forbidden'
  return talkRefusal(state) ?? (consent ? undefined : 'talk.no_consent')
}
