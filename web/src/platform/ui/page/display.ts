import { useSyncExternalStore } from 'react'
import { recall, remember } from '../state/memory.ts'

/** Below this width a page is a phone's: bottom tabs, larger type. tokens.css breaks at the same place. */
const narrow = '(max-width: 899.98px)'

const listeners = new Set<() => void>()
const tell = () => listeners.forEach((listener) => listener())

/** Elder mode 长辈版: larger type and targets, kept on this device. */
export function setElder(on: boolean): void {
  remember('elder', on ? '1' : '0')
  applyDisplay()
  tell()
}

/** Puts what this device remembers onto the page; called once before the first paint. */
export function applyDisplay(): void {
  document.documentElement.toggleAttribute('data-elder', isElder())
}

const isElder = () => recall('elder') === '1'

export function useElder(): boolean {
  return useSyncExternalStore(subscribe, isElder)
}

export function usePhone(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(narrow).matches)
}

export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine)
}

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(narrow)
  listeners.add(listener)
  media.addEventListener('change', listener)
  for (const event of ['online', 'offline', 'storage']) window.addEventListener(event, listener)
  return () => {
    listeners.delete(listener)
    media.removeEventListener('change', listener)
    for (const event of ['online', 'offline', 'storage']) window.removeEventListener(event, listener)
  }
}
