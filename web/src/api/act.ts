import { uuid } from './uuid.ts'

const undecided = new Map<string, string>()

/**
 * The key of an act. While its outcome is unknown (no reply, or the server failed), the same act sent again carries the same key,
 * so that a lost reply never doubles the effect.
 */
export function keyOfAct(act: string): string {
  const known = undecided.get(act)
  if (known !== undefined) return known
  const key = uuid()
  undecided.set(act, key)
  return key
}

/** The server has answered for good: the next time is a new act. */
export function settleAct(act: string): void {
  undecided.delete(act)
}
