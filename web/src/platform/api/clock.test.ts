import { http, HttpResponse } from 'msw'
import { afterEach, expect, test } from 'vitest'
import { DEMO_CLOCK_HEADER } from '@dj/shared/platform/time/demo-clock.ts'
import { server } from '../../main/mocks/server.ts'
import { hearClock, isTimePlayed, onClockMoved, productTime } from './clock.ts'
import { request } from './client.ts'

const day = 86_400_000
const told = (at: number) => new Headers({ [DEMO_CLOCK_HEADER]: new Date(at).toISOString() })
const daysAhead = () => Math.round((productTime().getTime() - Date.now()) / day)

afterEach(() => hearClock(new Headers()))

test('it is the time of this device unless an answer of the server says otherwise', async () => {
  expect([daysAhead(), isTimePlayed()]).toEqual([0, false])
  const headers = { [DEMO_CLOCK_HEADER]: new Date(Date.now() + 34 * day).toISOString() }
  server.use(http.get('/api/v1/anything', () => HttpResponse.json({}, { headers })))
  await request('GET', '/anything')
  expect([daysAhead(), isTimePlayed()]).toEqual([34, true])
  server.use(http.get('/api/v1/anything', () => HttpResponse.json({})))
  await request('GET', '/anything')
  expect([daysAhead(), isTimePlayed()]).toEqual([0, false])
})

test('a refusal tells the time as well', async () => {
  const headers = { [DEMO_CLOCK_HEADER]: new Date(Date.now() + 2 * day).toISOString() }
  server.use(http.get('/api/v1/anything', () => HttpResponse.json({}, { status: 401, headers })))
  await expect(request('GET', '/anything')).rejects.toThrow('401')
  expect(daysAhead()).toBe(2)
})

test('what an answer took on its way moves nothing; another time does, once, and this device remembers it', () => {
  let moved = 0
  const forget = onClockMoved(() => (moved += 1))
  hearClock(told(Date.now() + day))
  hearClock(told(Date.now() + day - 2_000))
  expect(moved).toBe(1)
  expect(Math.round(Number(localStorage.getItem('dj.clock')) / day)).toBe(1)
  hearClock(told(Date.now() + 2 * day))
  hearClock(new Headers())
  expect(moved).toBe(3)
  expect(localStorage.getItem('dj.clock')).toBe('')
  forget()
})

test('a page that needs no data asks for the time, one that has been told does not', async () => {
  let asked = 0
  server.use(
    http.get('/healthz', () => {
      asked += 1
      return HttpResponse.json({}, { headers: told(Date.now() + 34 * day) })
    }),
  )
  // A module of its own: to reset all of them would split those that other files of this process hold.
  const apart = './clock.ts?apart'
  const fresh: typeof import('./clock.ts') = await import(/* @vite-ignore */ apart)
  await fresh.learnClock()
  expect(Math.round((fresh.productTime().getTime() - Date.now()) / day)).toBe(34)
  await fresh.learnClock()
  expect(asked).toBe(1)
})
