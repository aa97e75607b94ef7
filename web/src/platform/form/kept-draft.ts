import { useEffect } from 'react'
import { recall, remember } from '../ui/state/memory.ts'

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

/** Keeps what is typed on this device until `forgetDraft`: a lost network or a closed page loses nothing. */
export function useKeepDraft(key: string, values: object): void {
  const written = JSON.stringify(values)
  useEffect(() => remember(name(key), written), [key, written])
}

/** What another page hands to the form. */
export const keepDraft = (key: string, values: object): void => remember(name(key), JSON.stringify(values))

export const forgetDraft = (key: string): void => remember(name(key), '')
