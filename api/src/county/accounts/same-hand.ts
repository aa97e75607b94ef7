import { handedSince } from '@dj/db/queries/county/account-resets.ts'
import type { Reads } from '@dj/db/connect.ts'
import { HANDED_HOURS, sameHandRefusal } from '@dj/shared/county/people/same-hand.rules.ts'
import { refuseIf } from '@dj/shared/problem.ts'

/** Refuses an act that needs two people where `me` and one of `others` may be one: asked by every such act, behind its own rule. */
export async function refuseSameHand(
  db: Reads,
  { countyId, personId }: { countyId: string; personId: string },
  others: readonly (string | null | undefined)[],
  at: Date,
  field?: string,
): Promise<void> {
  const people = others.filter((id) => id != null && id !== personId) as string[]
  if (people.length === 0) return
  const since = new Date(at.getTime() - HANDED_HOURS * 3_600_000)
  refuseIf(sameHandRefusal(personId, people, await handedSince(db, countyId, [personId, ...people], since)), field)
}
