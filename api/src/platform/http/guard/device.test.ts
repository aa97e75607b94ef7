import { expect, test } from 'vitest'
import { deviceOf, networkOf } from './device.ts'

const from = (agent: string | null, peer: string | null, salt = 'salt') =>
  deviceOf({
    request: new Request('http://test/', agent === null ? {} : { headers: { 'user-agent': agent } }),
    peer,
    deps: { salt },
  })

test('one browser in one network is one device, under a hash that the salt alone could tell', () => {
  expect(from('Phone', '10.1.2.3')).toBe(from('Phone', '10.1.2.200'))
  expect(from('Phone', '10.1.2.3')).not.toBe(from('Phone', '10.1.3.3'))
  expect(from('Phone', '10.1.2.3')).not.toBe(from('Tablet', '10.1.2.3'))
  expect(from('Phone', '10.1.2.3')).not.toBe(from('Phone', '10.1.2.3', 'another'))
  expect(from('Phone', '10.1.2.3')).not.toContain('Phone')
})

test('who says nothing of themselves is no device', () => {
  expect([from(null, '10.1.2.3'), from('Phone', null)]).toEqual([null, null])
})

test('the network is what lies before the last number', () => {
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2')
  expect(networkOf('2001:DB8:1:2::7')).toBe('2001:db8:1')
})
