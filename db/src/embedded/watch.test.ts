import { expect, test, vi } from 'vitest'
import { type ServerNews, waitBefore, watchServer } from './watch.ts'

test('the wait before an attempt doubles with each failure, up to half a minute', () => {
  expect([0, 1, 2, 3, 7, 8, 9, 1_000].map(waitBefore)).toEqual([0, 250, 500, 1_000, 16_000, 30_000, 30_000, 30_000])
})

test('a server that cannot be started is tried again and again, and each step is told', async () => {
  const news: ServerNews[] = []
  const server = { there: false, failures: 2 }
  const restart = async () => {
    if (server.failures-- > 0) throw new Error('the disk is full')
    server.there = true
  }
  const watch = watchServer({ isThere: async () => server.there, restart, tell: (each) => void news.push(each) })
  await vi.waitFor(() => expect(news.at(-1)?.event).toBe('back'), { timeout: 10_000 })
  expect(news.map(({ event }) => event)).toEqual([
    'ended',
    'restarting',
    'not_started',
    'restarting',
    'not_started',
    'restarting',
    'back',
  ])
  expect(news[2]).toMatchObject({ attempt: 1, nextInMs: 250, error: new Error('the disk is full') })
  await vi.waitFor(() => expect(watch.isRestarting()).toBe(false))
  await watch.end()
})

test('a server that ends again as soon as it is back is not started again at once', async () => {
  const attempts: number[] = []
  const tell = (news: ServerNews) => void (news.event === 'restarting' && attempts.push(news.attempt))
  const watch = watchServer({ isThere: async () => false, restart: async () => undefined, tell })
  await vi.waitFor(() => expect(attempts).toEqual([1, 2, 3]), { timeout: 10_000 })
  await watch.end()
})

test('what cannot be looked at is not taken for ended, and nobody watches after the end', async () => {
  const looks = vi.fn(async () => Promise.reject(new Error('too many open files')))
  const restart = vi.fn(async () => undefined)
  const watch = watchServer({ isThere: looks, restart, tell: () => undefined })
  await vi.waitFor(() => expect(looks.mock.calls.length).toBeGreaterThan(1), { timeout: 10_000 })
  await watch.end()
  expect(restart).not.toHaveBeenCalled()
})
