import { setTimeout as pause } from 'node:timers/promises'

/** What happens to a watched server, in the order in which it does. */
export type ServerNews =
  | { event: 'ended' }
  | { event: 'restarting'; attempt: number }
  | { event: 'not_started'; attempt: number; nextInMs: number; error: unknown }
  | { event: 'back'; attempt: number; afterMs: number }

export interface Watched {
  isThere: () => Promise<boolean>
  /** Resolves when it serves again; rejects when it could not be started, or the signal came. */
  restart: (signal: AbortSignal) => Promise<void>
  tell: (news: ServerNews) => void
}

export interface Watch {
  isRestarting(): boolean
  /** Watches no longer; a restart under way is given up. */
  end(): Promise<void>
}

const LOOK_EVERY_MS = 250
const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 30_000
/** What dies again sooner than this was not healthy: the next attempt waits longer. */
const HEALTHY_AFTER_MS = 60_000

/** How long to wait after so many attempts in vain: at first not at all, then twice as long each time, at most 30 s. */
export function waitBefore(failures: number): number {
  return failures === 0 ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1))
}

/** Looks after a server that should be there, and starts it again whenever it is not. */
export function watchServer(server: Watched): Watch {
  const stop = new AbortController()
  const state = { restarting: false }
  const watching = keepThere(server, state, stop.signal).catch((error: unknown) => {
    if (!stop.signal.aborted) throw error
  })
  const end = () => {
    stop.abort()
    return watching
  }
  return { isRestarting: () => state.restarting, end }
}

async function keepThere(server: Watched, state: { restarting: boolean }, signal: AbortSignal): Promise<void> {
  let backSince = Number.NEGATIVE_INFINITY
  let failures = 0
  while (!signal.aborted) {
    await pause(LOOK_EVERY_MS, undefined, { signal, ref: false })
    if (await server.isThere().catch(() => true)) continue // who cannot look knows nothing
    state.restarting = true
    server.tell({ event: 'ended' })
    failures = performance.now() - backSince > HEALTHY_AFTER_MS ? 0 : failures + 1
    failures = await bringBack(server, failures, signal)
    backSince = performance.now()
    state.restarting = false
  }
}

/** Tries until it serves again; answers after how many failures. */
async function bringBack({ restart, tell }: Watched, failuresBefore: number, signal: AbortSignal): Promise<number> {
  const since = performance.now()
  await pause(waitBefore(failuresBefore), undefined, { signal })
  for (let failures = failuresBefore; ; failures += 1) {
    const attempt = failures + 1
    tell({ event: 'restarting', attempt })
    try {
      await restart(signal)
      tell({ event: 'back', attempt, afterMs: performance.now() - since })
      return failures
    } catch (error) {
      signal.throwIfAborted()
      const nextInMs = waitBefore(attempt)
      tell({ event: 'not_started', attempt, nextInMs, error })
      await pause(nextInMs, undefined, { signal })
    }
  }
}
