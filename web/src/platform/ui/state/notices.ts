import { useSyncExternalStore } from 'react'

export interface Notice {
  readonly id: number
  readonly text: string
  readonly undo?: { readonly label: string; readonly act: () => void } | undefined
}

let shown: readonly Notice[] = []
let last = 0
const listeners = new Set<() => void>()

/** Says that something is done, for a few seconds; with an undo where the domain has one. Refusals are shown in place instead. */
export function notify(text: string, undo?: Notice['undo']): void {
  last += 1
  const notice: Notice = { id: last, text, undo }
  change([...shown, notice].slice(-3))
  setTimeout(() => dismiss(notice.id), undo === undefined ? 4_000 : 12_000)
}

export function dismiss(id: number): void {
  change(shown.filter((notice) => notice.id !== id))
}

export const useNotices = () => useSyncExternalStore(subscribe, () => shown)

function change(next: readonly Notice[]): void {
  shown = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
