import { talksOf, type TalkRow } from '@dj/db/queries/claim/talks.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { talkSide } from '@dj/shared/claim/talk/talk.rules.ts'
import type { TalkSide } from '@dj/shared/claim/talk/talk.schema.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import { actsFor } from '../claims/claim.view.ts'

/** For whom the actor speaks here; undefined where the conversation is none of theirs. */
export const sideOf = (row: TalkRow, actor: Actor): TalkSide | undefined =>
  talkSide({
    isRequester: row.requester_person_id === actor.personId,
    isClaimant: actsFor(row, actor) || row.participants.includes(actor.personId),
    isOwner: isOwner(row, actor),
  })

// A desk above the owner's does not listen in: it reads the need, the order and the log.
const isOwner = (row: TalkRow, actor: Actor): boolean =>
  may('need.answer', actor, { path: [row.owner_id] }) ||
  (row.author_id === actor.personId && may('need.answer', actor, { path: row.owner_path }))

/** The conversation and the actor's side in it. For whoever has none it does not exist. */
export async function holdTalk(
  tx: Tx,
  actor: Actor,
  of: { claimId: string; needId: string },
): Promise<{ row: TalkRow; side: TalkSide }> {
  const [row] = await talksOf(tx, { countyId: actor.countyId, ...of })
  const side = row && sideOf(row, actor)
  if (!row || !side) throw new Refused('not_found')
  return { row, side }
}
