import type { Reads } from '@dj/db/connect.ts'
import { editorsOf, hasEdited } from '@dj/db/queries/platform/events.ts'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { ProblemCode } from '@dj/shared/problem.ts'
import { sameHand } from '../../county/accounts/same-hand.ts'

interface Draft {
  id: string
  tier: Tier
  authorId: string
}

/** Why this person is not the second one whom an A or B order needs to be published, or undefined; whoever rewrote the draft is an author, too. */
export async function secondPersonRefusal(
  db: Reads,
  actor: Actor,
  { id, tier, authorId }: Draft,
  at: Date,
): Promise<ProblemCode | undefined> {
  if (tier === 'C') return undefined
  if (await hasEdited(db, actor.countyId, id, actor.personId)) return 'order.second_person_needed'
  return sameHand(db, actor, [authorId, ...(await editorsOf(db, actor.countyId, id))], at)
}
