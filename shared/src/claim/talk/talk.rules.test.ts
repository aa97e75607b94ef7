import { expect, test } from 'vitest'
import { ClaimState } from '../../build/order/claim-state.ts'
import { isTalkedAbout, revealRefusal, talkRefusal, talkSide } from './talk.rules.ts'

test('one speaks for oneself first, then for who does the work, then for the owner', () => {
  expect(talkSide({ isRequester: true, isClaimant: true, isOwner: true })).toBe('requester')
  expect(talkSide({ isRequester: false, isClaimant: true, isOwner: true })).toBe('claimant')
  expect(talkSide({ isRequester: false, isClaimant: false, isOwner: true })).toBe('owner')
  expect(talkSide({ isRequester: false, isClaimant: false, isOwner: false })).toBeUndefined()
})

test('only an accepted claim that goes on is talked about', () => {
  expect(ClaimState.options.filter(isTalkedAbout)).toEqual(['active', 'delivered'])
  expect(talkRefusal('released')).toBe('talk.closed')
})

test('a contact is shown to who does the work, while they do it, and only by consent', () => {
  expect(revealRefusal('active', 'claimant', true)).toBeUndefined()
  expect(revealRefusal('active', 'claimant', false)).toBe('talk.no_consent')
  expect(revealRefusal('completed', 'claimant', true)).toBe('talk.closed')
  expect(revealRefusal('active', 'owner', true)).toBe('auth.forbidden')
})
