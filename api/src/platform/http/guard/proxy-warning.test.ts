import { Hono } from 'hono'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { ALL_ONE_ADDRESS, warnOfUntrustedProxy } from './proxy-warning.ts'

function listening(trustProxy = false) {
  const said: string[] = []
  const log = pino({}, { write: (line: string) => void said.push(String(JSON.parse(line).msg)) })
  const app = new Hono().use(warnOfUntrustedProxy(log, trustProxy)).get('/', (c) => c.text('here'))
  const call = (peer: string, forwarded?: string) =>
    app.request(
      '/',
      { headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } },
      {
        incoming: { socket: { remoteAddress: peer } },
      },
    )
  return { said, call }
}

test('behind a proxy that is not trusted the log says so, once', async () => {
  for (const peer of ['127.0.0.1', '::1', '10.1.2.3', '::ffff:172.18.0.2', '192.168.1.1', 'fd00::2']) {
    const { said, call } = listening()
    for (const _ of [1, 2, 3]) expect((await call(peer, '203.0.113.5')).status).toBe(200)
    expect(said).toEqual([ALL_ONE_ADDRESS])
  }
})

test('it says nothing without a proxy, behind a trusted one, or when a stranger makes the header up', async () => {
  const { said, call } = listening()
  await call('127.0.0.1')
  await call('203.0.113.9', '198.51.100.7')
  expect(said).toEqual([])
  const trusting = listening(true)
  await trusting.call('127.0.0.1', '203.0.113.5')
  expect(trusting.said).toEqual([])
})
