import { useSyncExternalStore } from 'react'

const tick = 30_000
const current = () => Math.ceil(Date.now() / tick) * tick

/** The time, renewed twice a minute: one clock for every relative time on the page. */
export function useNow(): Date {
  return new Date(useSyncExternalStore(subscribe, current))
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, tick)
  return () => clearInterval(timer)
}
