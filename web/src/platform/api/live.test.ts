import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followChanges } from './live.ts'

class Stream extends EventTarget {
  closed = false
  close(): void {
    this.closed = true
  }
  says(data: string): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

const streams: Stream[] = []
const client = new QueryClient()
const refreshed: unknown[] = []
let stop: () => void

// The stream's whole interface is what an EventSource is used for here.
const open = () => {
  const stream = new Stream()
  streams.push(stream)
  return stream
}

beforeEach(() => {
  vi.useFakeTimers()
  streams.length = 0
  refreshed.length = 0
  vi.spyOn(client, 'invalidateQueries').mockImplementation(
    async (filters) => void refreshed.push(filters?.queryKey?.[0]),
  )
  stop = followChanges(client, open)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

const show = (state: 'visible' | 'hidden') => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
}

test('a claim refreshes what shows claims, once for many', () => {
  for (const id of ['1', '2', '3']) streams[0]?.says(JSON.stringify({ kind: 'claim', id }))
  vi.advanceTimersByTime(1000)
  expect(refreshed.toSorted()).toEqual(['claims', 'libraries', 'orders', 'work'])
})

test.each([
  ['round', ['inspections', 'results', 'rounds', 'work']],
  ['finding', ['inspections', 'orders', 'rounds', 'work']],
  ['appeal', ['appeals', 'inspections', 'orders', 'work']],
  ['rectification', ['libraries', 'orders', 'rectifications', 'work']],
  ['retirement', ['libraries', 'orders', 'retirements', 'work']],
  ['bulletin', ['results', 'rounds', 'work']],
])('a change of a %s refreshes the pages that show it, though no id was told', (kind, roots) => {
  streams[0]?.says(JSON.stringify({ kind, id: 'many' }))
  vi.advanceTimersByTime(1000)
  expect(refreshed.toSorted()).toEqual(roots)
})

test('what it does not understand changes nothing', () => {
  for (const words of ['', 'hello', '{}', '{"kind":"weather","id":"1"}', '{"kind":"toString","id":"1"}'])
    streams[0]?.says(words)
  vi.advanceTimersByTime(1000)
  expect(refreshed).toEqual([])
})

test('a hidden page hangs up; shown again it calls back and asks for everything it missed', () => {
  show('hidden')
  expect(streams[0]?.closed).toBe(true)
  show('visible')
  vi.advanceTimersByTime(1000)
  expect(streams).toHaveLength(2)
  expect(refreshed).toContain('orders')
})

test('a broken line is called again, more and more patiently, and then asks for what was missed', () => {
  streams[0]?.dispatchEvent(new Event('error'))
  expect(streams[0]?.closed).toBe(true)
  vi.advanceTimersByTime(4000)
  expect(streams).toHaveLength(2)
  streams[1]?.dispatchEvent(new Event('open'))
  vi.advanceTimersByTime(1000)
  expect(refreshed).toContain('orders')
})
