import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { refuse } from '../../main/mocks/refuse.ts'
import { server } from '../../main/mocks/server.ts'
import { address, request } from './client.ts'

const seen: Request[] = []
const keys = () => seen.map(({ headers }) => headers.get('Idempotency-Key'))
const Reply = z.object({ id: z.string() })

/** Answers POST /orders with each reply in turn, the last one for ever. */
function answering(...replies: (() => Response)[]): void {
  server.resetHandlers(
    http.post('*/api/v1/orders', ({ request: sent }) => {
      seen.push(sent.clone())
      const reply = replies[Math.min(seen.length, replies.length) - 1]
      return reply?.() ?? HttpResponse.error()
    }),
  )
}
const built = () => HttpResponse.json({ id: 'o1' }, { status: 201 })
const build = (title: string) => request('POST', '/orders', { body: { title }, schema: Reply })

beforeEach(() => {
  seen.length = 0
})

test('a change says that it comes from our own pages, in which language, and which act it is', async () => {
  answering(built)
  expect(await build('一')).toEqual({ id: 'o1' })
  expect(seen[0]?.headers.get('X-Requested-With')).toBe('fetch')
  expect(seen[0]?.headers.get('Accept-Language')).toBe('zh-CN')
  expect(keys()[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('sent again after a lost reply, an act keeps its key; afterwards the same words are a new act', async () => {
  answering(
    () => HttpResponse.error(),
    () => refuse('service.unavailable'),
    () => refuse('request.in_flight'),
    built,
  )
  await expect(build('二')).rejects.toMatchObject({ code: 'network.offline', status: 0 })
  await expect(build('二')).rejects.toMatchObject({ code: 'service.unavailable' })
  await expect(build('二')).rejects.toMatchObject({ code: 'request.in_flight' })
  await build('二')
  await build('二')
  const [first, ...rest] = keys()
  expect(rest.slice(0, 3)).toEqual([first, first, first])
  expect(rest[3]).not.toBe(first)
})

test('other words are another act, and a refusal ends one', async () => {
  answering(
    () => HttpResponse.error(),
    () => HttpResponse.error(),
    () => refuse('order.no_place_left'),
    built,
  )
  await expect(build('三')).rejects.toThrow()
  await expect(build('四')).rejects.toThrow()
  await expect(build('三')).rejects.toThrow()
  await build('三')
  const [three, four, again, anew] = keys()
  expect(four).not.toBe(three)
  expect(again).toBe(three)
  expect(anew).not.toBe(three)
})

test('a refusal carries its code, its fields and the reference', async () => {
  answering(() => refuse('request.invalid', [{ path: 'title', code: 'field.required', message: '此项必填。' }]))
  await expect(build('五')).rejects.toMatchObject({ status: 422, requestId: 'mock', errors: [{ path: 'title' }] })
})

test('an answer in another machine’s words is still understood by its status', async () => {
  answering(() => new HttpResponse('<h1>Bad gateway</h1>', { status: 502 }))
  await expect(build('六')).rejects.toMatchObject({ code: 'service.unavailable' })
})

test('an edit names the version it was made on', async () => {
  let version: string | null = ''
  server.resetHandlers(
    http.patch('*/api/v1/orders/o1', ({ request: sent }) => {
      version = sent.headers.get('If-Match')
      return new HttpResponse(null, { status: 204 })
    }),
  )
  await request('PATCH', '/orders/o1', { body: {}, ifMatch: 7 })
  expect(version).toBe('"7"')
})

test('an address leaves out what is not asked', () => {
  expect(address('/orders', { tier: 'A', q: undefined, town: null, kind: ['x', 'y'], free: true })).toBe(
    '/api/v1/orders?tier=A&kind=x&kind=y&free=true',
  )
})
