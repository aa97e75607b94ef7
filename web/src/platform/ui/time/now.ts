import { useSyncExternalStore } from 'react'
import { isTimePlayed, onClockMoved, productTime } from '../../api/clock.ts'

const tick = 30_000
const current = () => Math.ceil(productTime().getTime() / tick) * tick

/** The time, renewed twice a minute: one clock for every relative time on the page. */
export function useNow(): Date {
  return new Date(useSyncExternalStore(subscribe, current))
}

/** Whether the time on the page is a demo's and not the real one. */
export const useTimePlayed = (): boolean => useSyncExternalStore(onClockMoved, isTimePlayed)

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, tick)
  const forget = onClockMoved(listener)
  return () => {
    clearInterval(timer)
    forget()
  }
}
