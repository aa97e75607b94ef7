import { handedSince } from '@dj/db/queries/county/account-resets.ts'
import type { Reads } from '@dj/db/connect.ts'
import { HANDED_HOURS, sameHandRefusal } from '@dj/shared/county/people/same-hand.rules.ts'
import { type ProblemCode, refuseIf } from '@dj/shared/problem.ts'

interface Me {
  countyId: string
  personId: string
}

/** Why an act that needs two people is not for `me` beside `others`, since they may be one; undefined where it is. A page asks it beforehand. */
export async function sameHand(
  db: Reads,
  { countyId, personId }: Me,
  others: readonly (string | null | undefined)[],
  at: Date,
): Promise<ProblemCode | undefined> {
  const people = others.filter((id) => id != null && id !== personId) as string[]
  if (people.length === 0) return undefined
  const since = new Date(at.getTime() - HANDED_HOURS * 3_600_000)
  return sameHandRefusal(personId, people, await handedSince(db, countyId, [personId, ...people], since))
}

/** Refuses an act that needs two people where `me` and one of `others` may be one: asked by every such act, behind its own rule. */
export async function refuseSameHand(
  db: Reads,
  me: Me,
  others: readonly (string | null | undefined)[],
  at: Date,
  field?: string,
): Promise<void> {
  refuseIf(await sameHand(db, me, others, at), field)
}
