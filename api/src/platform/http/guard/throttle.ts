import { Refused } from '@dj/shared/problem.ts'

const KEYS = 20_000

/** At most `limit` calls a key within `windowMs`, in this process: enough to make guessing and flooding hopeless. */
export function throttle({ limit, windowMs }: { limit: number; windowMs: number }): (key: string, at: Date) => void {
  const windows = new Map<string, { since: number; calls: number }>()
  return (key, at) => {
    const now = at.getTime()
    const window = windows.get(key)
    if (window === undefined || now - window.since >= windowMs) {
      if (windows.size >= KEYS) forgetOld(windows, now - windowMs)
      windows.set(key, { since: now, calls: 1 })
      return
    }
    window.calls += 1
    if (window.calls > limit) throw new Refused('rate_limited')
  }
}

function forgetOld(windows: Map<string, { since: number }>, before: number): void {
  for (const [key, { since }] of windows) if (since <= before) windows.delete(key)
  // Still full: someone has that many addresses. Forgetting all of them costs less than the memory.
  if (windows.size >= KEYS) windows.clear()
}
