import { DEMO_CLOCK_HEADER } from '@dj/shared/platform/time/demo-clock.ts'
import { recall, remember } from '../ui/state/memory.ts'

const KEPT = 'clock'
/** Less is the way of the answer, and not another time. */
const JITTER_MS = 5_000

const listeners = new Set<() => void>()
/** How far the server's time runs ahead of this device's where a demo's is played; null where time is not played. */
let ahead = readKept()
let told = false

/** What time it is in the product. Everything on a page that depends on the time asks here. */
export const productTime = (): Date => new Date(Date.now() + (ahead ?? 0))

export const isTimePlayed = (): boolean => ahead !== null

/** Every answer of the server says whether a demo's time is played, and what it is. */
export function hearClock(headers: Headers): void {
  told = true
  const words = headers.get(DEMO_CLOCK_HEADER)
  const heard = words === null ? null : Date.parse(words) - Date.now()
  if (heard === ahead || (heard !== null && ahead !== null && Math.abs(heard - ahead) < JITTER_MS)) return
  ahead = heard
  remember(KEPT, heard === null ? '' : String(heard))
  for (const listener of listeners) listener()
}

/** Asks the server for its time where no answer has told: on pages that need no data. */
export async function learnClock(): Promise<void> {
  if (told || !navigator.onLine) return
  const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => undefined)
  if (answer?.ok === true) hearClock(answer.headers)
}

export function onClockMoved(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** A page that is opened again without a network goes by the time it knew. */
function readKept(): number | null {
  const kept = Number(recall(KEPT) || Number.NaN)
  return Number.isFinite(kept) ? kept : null
}
