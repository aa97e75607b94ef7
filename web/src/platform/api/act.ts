import { uuid } from './uuid.ts'

const undecided = new Map<string, string>()

/**
 * The key of an act. While its outcome is unknown (no reply, or the server failed), the same act sent again carries the same key,
 * so that a lost reply never doubles the effect.
 */
export function keyOfAct(act: string): string {
  const key = undecided.get(act) ?? uuid()
  undecided.set(act, key)
  return key
}

/** The server has answered for good: the next time is a new act. */
export function settleAct(act: string): void {
  undecided.delete(act)
}

/** What makes two POSTs the same act: same place, same words. */
export function nameOfAct(address: string, body: unknown): string {
  return `${address} ${body instanceof FormData ? [...body].map(namePart).join('&') : wordsOf(body)}`
}

const namePart = ([name, part]: [string, FormDataEntryValue]) => `${name}=${wordsOf(part)}`

function wordsOf(part: unknown): string {
  if (part instanceof File) return `${part.name}:${part.size}:${part.lastModified}`
  return part instanceof Blob ? `${part.type}:${part.size}` : JSON.stringify(part)
}
