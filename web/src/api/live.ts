import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { z } from 'zod'
import { address } from './client.ts'

const Change = z.object({ kind: z.string(), id: z.string() })

/** Which lists and pages a change makes stale: the root keys of the features that show it. */
const rootsOf: Readonly<Record<string, readonly string[]>> = {
  need: ['needs', 'work', 'receipts'],
  order: ['orders', 'libraries', 'work'],
  claim: ['claims', 'orders', 'libraries', 'work'],
  delivery: ['claims', 'orders', 'receipts', 'work'],
  rating: ['orders', 'ratings', 'work'],
  organization: ['organizations'],
  person: ['people'],
  grant: ['grants', 'people', 'session'],
  settings: ['settings'],
}

// Everybody hears of a change at once: answering a moment later, each at their own, spares the server.
const gather = () => 150 + Math.random() * 350

/** Keeps what is on screen true while the page is visible. Returns how to stop. */
export function followChanges(
  client: QueryClient,
  open = () => new EventSource(address('/events/stream')),
): () => void {
  const stale = createStale(client)
  let source: EventSource | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let failures = 0

  const stop = () => {
    clearTimeout(retry)
    source?.close()
    source = undefined
  }
  const start = () => {
    if (source !== undefined) return
    source = open()
    source.onmessage = (message) => stale.add(message.data)
    source.onopen = () => {
      if (failures > 0) stale.addAll() // something may have happened while nobody listened
      failures = 0
    }
    source.onerror = () => {
      stop()
      failures += 1
      retry = setTimeout(start, Math.min(2 ** failures, 60) * 1000 + gather())
    }
  }
  const follow = () => {
    if (document.visibilityState === 'hidden') return stop()
    if (source === undefined && failures === 0) stale.addAll()
    start()
  }
  start()
  document.addEventListener('visibilitychange', follow)
  return () => {
    document.removeEventListener('visibilitychange', follow)
    stop()
    stale.forget()
  }
}

function createStale(client: QueryClient) {
  const roots = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    timer = undefined
    for (const root of roots) void client.invalidateQueries({ queryKey: [root] satisfies QueryKey })
    roots.clear()
  }
  const soon = () => (timer ??= setTimeout(flush, gather()))
  return {
    add(data: string) {
      for (const root of rootsIn(data)) roots.add(root)
      if (roots.size > 0) soon()
    },
    addAll() {
      for (const root of new Set(Object.values(rootsOf).flat())) if (root !== 'session') roots.add(root)
      soon()
    },
    forget: () => clearTimeout(timer),
  }
}

function rootsIn(data: string): readonly string[] {
  try {
    const change = Change.safeParse(JSON.parse(data))
    return change.success ? (rootsOf[change.data.kind] ?? []) : []
  } catch {
    return []
  }
}
