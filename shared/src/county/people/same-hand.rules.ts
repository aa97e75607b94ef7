import type { ProblemCode } from '../../problem.ts'

/** A secret that its owner set with a code from the hands of these administrators. */
export interface HandedSecret {
  personId: string
  hands: readonly (string | null)[]
}

/** How long a secret that went through somebody's hands may still be theirs. */
export const HANDED_HOURS = 24

/**
 * Why `me` and one of `others` are not two people for an act that needs two, or undefined: within a day both their secrets went
 * through the hands of one administrator, or one of them handed the other's over. `handed`: what was set within HANDED_HOURS.
 */
export function sameHandRefusal(
  me: string,
  others: readonly string[],
  handed: readonly HandedSecret[],
): ProblemCode | undefined {
  const mine = handsOf(me, handed)
  const shared = others.some((other) => other !== me && [...handsOf(other, handed)].some((hand) => mine.has(hand)))
  return shared ? 'person.same_hand' : undefined
}

const handsOf = (personId: string, handed: readonly HandedSecret[]): Set<string> =>
  new Set([
    personId,
    ...handed.flatMap((one) => (one.personId === personId ? one.hands.filter((hand) => hand !== null) : [])),
  ])
