import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Door } from './door.ts'

let door: Door
let address = ''

beforeEach(async () => {
  door = new Door()
  door.server.listen(0, '127.0.0.1')
  await once(door.server, 'listening')
  const bound = door.server.address()
  address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`
})
afterEach(() => door.close(0))

const ask = (path: string, agent?: Agent) =>
  new Promise<{ status: number | undefined; connection: string | undefined }>((resolve, reject) => {
    const sent = request(address + path, agent ? { agent } : {}, (reply) => {
      reply.resume()
      reply.once('end', () => resolve({ status: reply.statusCode, connection: reply.headers.connection }))
    })
    sent.once('error', reject)
    sent.end()
  })

test('before the house is open everybody is asked to come back, and the process is known to live', async () => {
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
  expect((await fetch(`${address}/readyz`)).status).toBe(503)
  const page = await fetch(`${address}/orders`)
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '2'])
  expect(await page.text()).toContain('正在启动')
  expect(await (await fetch(`${address}/api/v1/orders`)).json()).toMatchObject({ code: 'service.unavailable' })
})

test('whoever sends headers or a body drop by drop is cut', async () => {
  const patience = { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 20 }
  const strict = new Door(patience)
  strict.open(async (received) => new Response(await received.text()))
  strict.server.listen(0, '127.0.0.1')
  await once(strict.server, 'listening')
  const bound = strict.server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0
  const answerTo = async (words: string) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(words))
    let heard = ''
    socket.on('data', (chunk) => (heard += String(chunk)))
    await once(socket, 'close')
    return heard.split('\r\n')[0]
  }
  const head = 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n'
  expect(await Promise.all([answerTo(head), answerTo(`${head}\r\nhalf`)])).toEqual([
    'HTTP/1.1 408 Request Timeout',
    'HTTP/1.1 408 Request Timeout',
  ])
  await strict.close(0)
})

test('closing waits for who is being served, tells a kept connection that this was the last reply, and takes no new one', async () => {
  const { promise: mayReply, resolve: reply } = Promise.withResolvers<void>()
  door.open(async ({ url }) => {
    if (url.endsWith('/slow')) await mayReply
    return new Response('done')
  })
  const kept = new Agent({ keepAlive: true, maxSockets: 1 })
  expect((await ask('/', kept)).connection).toBe('keep-alive')
  const slow = ask('/slow')
  await pause(50)
  const closed = door.close(5_000)
  await pause(50)
  expect(await ask('/', kept)).toEqual({ status: 200, connection: 'close' })
  await expect(ask('/')).rejects.toThrow('ECONNREFUSED')
  reply()
  expect((await slow).status).toBe(200)
  await closed
})

test('who is still being served when the time is up is cut', async () => {
  door.open(() => new Promise(() => undefined))
  const never = ask('/').catch((error: Error) => error.message)
  await pause(50)
  await door.close(200)
  expect(await never).toContain('hang up')
})
