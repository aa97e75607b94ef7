import { expect, test } from 'vitest'
import { addressOf, lineOf, siteOf } from './caller-address.ts'

const seen = (peer: string | null, forwarded?: string, trustProxy = false) =>
  addressOf({ headers: new Headers(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }), peer }, trustProxy)

test('only behind our own proxy is its word taken for the address, and only the last one', () => {
  expect(seen('127.0.0.1', '10.9.9.9, 203.0.113.5')).toBe('127.0.0.1')
  expect(seen('127.0.0.1', '10.9.9.9, 203.0.113.5', true)).toBe('203.0.113.5')
  expect(seen('127.0.0.1', undefined, true)).toBe('127.0.0.1')
  expect(seen('127.0.0.1', 'unknown', true)).toBe('127.0.0.1')
  expect(seen(null)).toBeNull()
})

test('a proxy may add the port', () => {
  expect(seen('127.0.0.1', '203.0.113.5:50123', true)).toBe('203.0.113.5')
  expect(seen('127.0.0.1', '[2001:db8::1]:443', true)).toBe('2001:db8::1')
})

test('an address has one spelling', () => {
  for (const mapped of ['::ffff:203.0.113.5', '::FFFF:203.0.113.5', '::ffff:cb00:7105', '0:0:0:0:0:ffff:203.0.113.5'])
    expect(seen(mapped)).toBe('203.0.113.5')
  expect(seen('2001:0DB8:0:0:0:0:0:1')).toBe('2001:db8::1')
  expect(seen('fe80::1%eth0')).toBe('fe80::1')
})

test('a line of IPv6 is a /64, a site a /48; an IPv4 address is both', () => {
  const of = (address: string) => [lineOf(address), siteOf(address)]
  expect(of('203.0.113.5')).toEqual(['203.0.113.5', '203.0.113.5'])
  expect(of('2001:db8:1:2:3:4:5:6')).toEqual(['2001:db8:1:2', '2001:db8:1'])
  expect(of('2001:db8::7:1:2:3:4')).toEqual(['2001:db8:0:7', '2001:db8:0'])
  expect(of('2001:db8::1')).toEqual(['2001:db8:0:0', '2001:db8:0'])
  expect(of('::1')).toEqual(['0:0:0:0', '0:0:0'])
  expect([lineOf(null), siteOf(null)]).toEqual(['unknown', 'unknown'])
})
