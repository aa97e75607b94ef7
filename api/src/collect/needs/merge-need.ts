import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { countVoices, linkLike, type NeedRecord, updateNeed } from '@dj/db/queries/collect/needs.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { mergeRefusal } from '@dj/shared/collect/need/need.rules.ts'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdNeed } from './hold-need.ts'
import { viewNeed } from './read-need.ts'

interface Input {
  actor: Actor
  needId: string
  intoId: string
}

/** Two needs that ask for the same are treated as one from now on: each keeps its row, receipt and contact. Answers the one merged into. */
export function mergeNeed(deps: Deps, { actor, needId, intoId }: Input): Promise<Sent<typeof NeedView>> {
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { need, into } = await holdBoth(tx, actor, needId, intoId)
    const voices = await countVoices(tx, countyId, needId)
    refuseIf(mergeRefusal({ ...need, voices }, into), 'intoId')
    const linked = await linkLike(tx, { countyId, needId, likeId: intoId, by: personId, at })
    const change = linked ? { state: 'linked' as const, respondedAt: need.respondedAt ?? at } : {}
    await updateNeed(tx, countyId, needId, { ...change, mergedIntoId: intoId })
    await recordEvent(tx, { countyId, kind: 'need.merged', at, by: personId, needId, data: { intoId } })
    return viewNeed(tx, { actor, needId: intoId })
  })
}

/** Locked in the order of their ids, so that two merges of the same pair never wait for each other. */
async function holdBoth(
  tx: Tx,
  actor: Actor,
  needId: string,
  intoId: string,
): Promise<{ need: NeedRecord; into: NeedRecord }> {
  const held = new Map<string, NeedRecord>()
  for (const id of [needId, intoId].toSorted()) held.set(id, await holdNeed(tx, actor, id, 'need.merge'))
  const need = held.get(needId)
  const into = held.get(intoId)
  if (!need || !into) throw new Refused('not_found')
  return { need, into }
}
