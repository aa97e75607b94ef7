import type { QueryClient } from '@tanstack/react-query'
import { address } from './client.ts'
import { createStale } from './stale.ts'

/** What we need of an EventSource. */
export interface Stream {
  addEventListener(type: string, listener: (event: Event) => void): void
  close(): void
}

/** Keeps what is on screen true while the page is visible. Returns how to stop. */
export function followChanges(
  client: QueryClient,
  open: () => Stream = () => new EventSource(address('/events/stream')),
): () => void {
  const stale = createStale(client)
  const line = createLine(open, stale.add, stale.addAll)
  const follow = () => {
    if (document.visibilityState === 'hidden') return line.hangUp()
    if (!line.isOpen()) stale.addAll() // nobody listened while the page was hidden
    line.call()
  }
  line.call()
  document.addEventListener('visibilitychange', follow)
  return () => {
    document.removeEventListener('visibilitychange', follow)
    line.hangUp()
    stale.forget()
  }
}

/** A stream that calls again after a failure, more and more patiently, and says so once it is through. */
function createLine(open: () => Stream, onMessage: (data: string) => void, onReturn: () => void) {
  let source: Stream | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  const hangUp = () => {
    clearTimeout(retry)
    source?.close()
    source = undefined
  }
  const call = () => {
    if (source !== undefined) return
    source = open()
    source.addEventListener('message', (event) => onMessage(event instanceof MessageEvent ? String(event.data) : ''))
    source.addEventListener('open', () => {
      if (failures > 0) onReturn()
      failures = 0
    })
    source.addEventListener('error', () => {
      hangUp()
      failures += 1
      retry = setTimeout(call, Math.min(2 ** failures, 60) * 1000 * (0.5 + Math.random()))
    })
  }
  return { call, hangUp, isOpen: () => source !== undefined }
}
