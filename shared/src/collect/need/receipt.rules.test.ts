import { expect, test } from 'vitest'
import { codeRefusal } from './receipt.rules.ts'

const clean = { doerTold: false, userInvolved: false, deviceSaw: false }

test('a code speaks for the requester only where nobody else has had it in hand', () => {
  expect(codeRefusal(clean)).toBeUndefined()
  expect(codeRefusal({ ...clean, doerTold: true })).toBe('receipt.seen_by_doer')
  expect(codeRefusal({ ...clean, deviceSaw: true })).toBe('receipt.device_saw')
})

test('who is signed in hears of themselves before anything else', () => {
  expect(codeRefusal({ doerTold: true, userInvolved: true, deviceSaw: true })).toBe('receipt.not_requester')
})
