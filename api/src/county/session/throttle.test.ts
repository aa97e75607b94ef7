import { expect, test } from 'vitest'
import { addressOf } from '../../platform/http/guard/caller-address.ts'
import { delayAfter } from './throttle.ts'

test('the delay begins with the fifth failure, doubles and ends at a quarter of an hour', () => {
  const delays = [4, 5, 6, 7, 11, 12, 500].map((failures) => delayAfter(failures, 5) / 1000)
  expect(delays).toEqual([0, 10, 20, 40, 640, 900, 900])
})

test('only behind our own proxy is its word taken for the address, and only the last one', () => {
  const headers = new Headers({ 'x-forwarded-for': '10.9.9.9, 203.0.113.5' })
  expect(addressOf({ headers, peer: '127.0.0.1' }, false)).toBe('127.0.0.1')
  expect(addressOf({ headers, peer: '127.0.0.1' }, true)).toBe('203.0.113.5')
  expect(addressOf({ headers: new Headers(), peer: '127.0.0.1' }, true)).toBe('127.0.0.1')
})
