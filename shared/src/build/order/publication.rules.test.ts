import { expect, test } from 'vitest'
import { unpublishMinutes, unpublishRefusal } from './publication.rules.ts'

const publishedAt = new Date('2026-11-20T02:00:00Z')
const fresh = { state: 'open', publisherId: 'me', publishedAt, relied: false } as const
const after = (minutes: number) => new Date(publishedAt.getTime() + minutes * 60_000)

test('whoever published takes it back within minutes, and nobody else, later, or under a claimant', () => {
  expect(unpublishRefusal(fresh, 'me', after(unpublishMinutes))).toBeUndefined()
  expect(unpublishRefusal(fresh, 'me', after(unpublishMinutes + 1))).toBe('order.undo_over')
  expect(unpublishRefusal(fresh, 'you', after(1))).toBe('order.undo_over')
  expect(unpublishRefusal({ ...fresh, relied: true }, 'me', after(1))).toBe('order.undo_over')
  expect(unpublishRefusal({ ...fresh, state: 'claimed' }, 'me', after(1))).toBe('order.undo_over')
  expect(unpublishRefusal({ ...fresh, state: 'draft', publishedAt: null }, 'me', after(1))).toBe('order.undo_over')
})
