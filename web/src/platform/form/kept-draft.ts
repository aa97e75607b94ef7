import { useEffect } from 'react'
import { forgetAll, recall, remember } from '../ui/state/memory.ts'

const name = (key: string) => `draft.${key}`

/** What was typed before and not sent, over what the form shows at first. Only what has the expected shape is taken. */
export function keptDraft<D extends object>(key: string, initial: D): D {
  const kept = readKept(name(key))
  const fits = (entry: readonly [string, unknown]) => typeof Reflect.get(initial, entry[0]) === typeof entry[1]
  return kept === undefined ? initial : { ...initial, ...Object.fromEntries(Object.entries(kept).filter(fits)) }
}

function readKept(key: string): object | undefined {
  try {
    const kept: unknown = JSON.parse(recall(key) ?? '')
    return typeof kept === 'object' && kept !== null ? kept : undefined
  } catch {
    return undefined
  }
}

/**
 * Keeps what is typed on this device until `forgetDraft`: a lost network, a closed page and a second tab lose nothing.
 * `untouched`: what the form proposes by itself, which is no draft.
 */
export function useKeepDraft(key: string, values: object, untouched?: object): void {
  const written = JSON.stringify(values)
  const isDraft = written !== JSON.stringify(untouched)
  useEffect(() => remember(name(key), isDraft ? written : ''), [key, written, isDraft])
}

/** What another page hands to the form. */
export const keepDraft = (key: string, values: object): void => remember(name(key), JSON.stringify(values))

export const forgetDraft = (key: string): void => remember(name(key), '')

/** Whoever signs out leaves nothing of their typing to the next at this device. */
export const forgetDrafts = (): void => forgetAll(name(''))
