import { problems, Refused } from '@dj/shared/problem.ts'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { refuseForeignOrigin } from './same-origin.ts'

function sending(settings: Parameters<typeof refuseForeignOrigin>[0] = {}) {
  const app = new Hono()
  app.use(refuseForeignOrigin(settings))
  app.all('*', (c) => c.text('done'))
  app.onError((error, c) => c.text(error instanceof Refused ? String(problems[error.code].status) : '500'))
  return async (headers: Record<string, string>, method = 'POST') =>
    (await app.request('/', { method, headers: { host: 'dj.example.cn', ...headers } })).text()
}

test('the origin of a change is compared whole: scheme, host and port', async () => {
  const send = sending()
  expect(await send({ origin: 'http://dj.example.cn' })).toBe('done')
  for (const origin of [
    'https://dj.example.cn',
    'http://dj.example.cn:8080',
    'http://evil.example',
    'null',
    'ftp://dj.example.cn',
  ])
    expect(await send({ origin })).toBe('403')
  expect(await send({ origin: 'http://evil.example', 'x-requested-with': 'fetch' })).toBe('403')
  expect(await send({ 'sec-fetch-site': 'same-site' })).toBe('403')
})

test('a change that says nothing of where it comes from must be one that a foreign page cannot send', async () => {
  const send = sending()
  expect(await send({})).toBe('403')
  expect(await send({ 'content-type': 'application/x-www-form-urlencoded' })).toBe('403')
  expect(await send({}, 'DELETE')).toBe('403')
  for (const own of [
    { 'idempotency-key': 'one-and-the-same' },
    { 'x-requested-with': 'shell' },
    { 'sec-fetch-site': 'none' },
  ])
    expect(await send(own)).toBe('done')
  expect(await send({ 'content-type': 'application/json' })).toBe('done')
  expect(await send({}, 'GET')).toBe('done')
})

test('where it is said how people reach us, no other name and no other scheme does', async () => {
  const send = sending({ publicUrl: 'https://dj.example.cn', trustProxy: true })
  expect(await send({ origin: 'https://dj.example.cn' })).toBe('done')
  expect(await send({ origin: 'http://dj.example.cn' })).toBe('403')
  expect(await send({ host: 'evil.example', origin: 'https://evil.example' })).toBe('421')
  expect(await send({ host: 'evil.example' }, 'GET')).toBe('421')
  expect(await send({ host: '127.0.0.1:3000' }, 'GET')).toBe('done')
})

test('behind a proxy the scheme is what it says', async () => {
  const send = sending({ trustProxy: true })
  expect(await send({ origin: 'https://dj.example.cn', 'x-forwarded-proto': 'https' })).toBe('done')
  expect(await send({ origin: 'http://dj.example.cn', 'x-forwarded-proto': 'https' })).toBe('403')
  const unsaid = sending()
  expect(await unsaid({ origin: 'https://dj.example.cn', 'x-forwarded-for': '192.0.2.7' })).toBe('done')
  expect(await unsaid({ origin: 'https://evil.example', 'x-forwarded-for': '192.0.2.7' })).toBe('403')
})
