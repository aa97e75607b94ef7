import { contactOf, updateNeed } from '@dj/db/queries/collect/needs.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { NeedView, ReleaseWords } from '@dj/shared/collect/need/need.schema.ts'
import { wordsForDoer } from '@dj/shared/collect/need/released-words.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdNeed } from './hold-need.ts'
import { viewNeed } from './read-need.ts'

/** What those who take the work on read of a need: put right by hand, or with null by rule again. The log says that, not what. */
export function releaseWords(
  deps: Deps,
  { actor, needId, words, instead }: ReleaseWords & { actor: Actor; needId: string },
): Promise<Sent<typeof NeedView>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const need = await holdNeed(tx, actor, needId, 'need.release_words')
    const contact = await contactOf(tx, countyId, needId)
    const now = wordsForDoer({ ...need, names: [contact?.name ?? null, need.requesterName] })
    // What a colleague has just taken out does not come back with words written before.
    refuseIf(now === instead ? undefined : 'request.stale_version')
    await updateNeed(tx, countyId, needId, { releasedWords: words })
    await recordEvent(tx, { countyId, kind: 'need.words_released', at, by, needId, data: { byHand: words !== null } })
    return viewNeed(tx, { actor, needId })
  })
}
