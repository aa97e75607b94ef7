import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { unlinkUnlike, updateNeed } from '@dj/db/queries/collect/needs.ts'
import { unmergeRefusal } from '@dj/shared/collect/need/need.rules.ts'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdNeed } from './hold-need.ts'
import { viewNeed } from './read-need.ts'

/** Undoes a merge: the need waits on its own again, without the answer and orders it shared meanwhile. */
export function unmergeNeed(
  deps: Deps,
  { actor, needId }: { actor: Actor; needId: string },
): Promise<Sent<typeof NeedView>> {
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const need = await holdNeed(tx, actor, needId, 'need.unmerge')
    refuseIf(unmergeRefusal(need))
    const fromId = need.mergedIntoId
    if (fromId !== null) await unlinkUnlike(tx, { countyId, needId, likeId: fromId })
    const alone = { mergedIntoId: null, state: 'received' as const, answer: null, declineReason: null }
    await updateNeed(tx, countyId, needId, { ...alone, respondedAt: null })
    await recordEvent(tx, { countyId, kind: 'need.unmerged', at, by: personId, needId, data: { fromId } })
    return viewNeed(tx, { actor, needId })
  })
}
