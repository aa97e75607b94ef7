import { expect, test } from 'vitest'
import { deviceOf, networkOf, traceOf } from './device.ts'

const from = (agent: string | null, peer: string | null, salt = 'salt') =>
  traceOf({
    request: new Request('http://test/', agent === null ? {} : { headers: { 'user-agent': agent } }),
    peer,
    deps: { salt },
  })

test('the mark of a sign-in tells a device, whatever it calls itself and wherever it is', () => {
  const marked = (cookie: string) =>
    deviceOf({ request: new Request('http://test/', { headers: { cookie } }), deps: { salt: 'salt' } })
  const [mark, other] = ['a'.repeat(22), 'b'.repeat(22)]
  expect(marked(`dj.device=${mark}.seal; dj.session_token=x`)).toBe(marked(`__Secure-dj.device=${mark}`))
  expect(marked(`dj.device=${mark}`)).not.toBe(marked(`dj.device=${other}`))
  expect(marked(`dj.device=${mark}`)).not.toContain(mark)
  expect([marked('dj.device=short'), marked('')]).toEqual([null, null])
})

test('one browser in one network leaves one trace, under a hash that the salt alone could tell', () => {
  expect(from('Phone', '10.1.2.3')).toBe(from('Phone', '10.1.2.200'))
  expect(from('Phone', '10.1.2.3')).not.toBe(from('Phone', '10.1.3.3'))
  expect(from('Phone', '10.1.2.3')).not.toBe(from('Tablet', '10.1.2.3'))
  expect(from('Phone', '10.1.2.3')).not.toBe(from('Phone', '10.1.2.3', 'another'))
  expect(from('Phone', '10.1.2.3')).not.toContain('Phone')
})

test('who says nothing of themselves leaves no trace', () => {
  expect([from(null, '10.1.2.3'), from('Phone', null)]).toEqual([null, null])
})

test('the network is what lies before the last number', () => {
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2')
  expect(networkOf('2001:DB8:1:2::7')).toBe('2001:db8:1')
})
