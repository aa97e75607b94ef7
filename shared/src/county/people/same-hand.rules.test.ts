import { expect, test } from 'vitest'
import { sameHandRefusal } from './same-hand.rules.ts'

const handed = [
  { personId: 'author', hands: ['sys', 'sec'] },
  { personId: 'publisher', hands: ['sec', 'audit'] },
  { personId: 'other', hands: ['sys2', null] },
]

test('two whose secrets went through one hand are not two people', () => {
  expect(sameHandRefusal('publisher', ['author'], handed)).toBe('person.same_hand')
  expect(sameHandRefusal('other', ['author'], handed)).toBeUndefined()
  expect(sameHandRefusal('other', ['nobody', 'author'], handed)).toBeUndefined()
})

test('whoever handed a secret over may hold it', () => {
  expect(sameHandRefusal('sec', ['author'], handed)).toBe('person.same_hand')
  expect(sameHandRefusal('author', ['sys'], handed)).toBe('person.same_hand')
})

test('set-up hands to nobody, and two without a recent code are two', () => {
  const atSetUp = ['security', 'audit'].map((personId) => ({ personId, hands: [null, null] }))
  expect(sameHandRefusal('security', ['audit'], atSetUp)).toBeUndefined()
  expect(sameHandRefusal('one', ['two'], [])).toBeUndefined()
  expect(sameHandRefusal('one', ['one'], [{ personId: 'one', hands: ['sys'] }])).toBeUndefined()
})
