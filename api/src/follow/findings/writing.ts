import { isDeepStrictEqual } from 'node:util'
import {
  attachToFinding,
  type FindingRow,
  insertFinding,
  updateFinding,
  type Visit,
} from '@dj/db/queries/follow/findings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { SaveDraft } from '@dj/shared/follow/finding/finding.schema.ts'
import { Refused } from '@dj/shared/problem.ts'

/** What is written down of a finding, draft or final. */
export const writingOf = (sent: Omit<SaveDraft, 'baseVersion'>) => ({
  checklistVersion: sent.checklistVersion,
  answers: sent.answers,
  effect: sent.effect,
  verdict: sent.verdict,
  words: sent.words,
  todo: sent.todo,
  callBack: sent.callBack,
  writtenAt: new Date(sent.writtenAt),
})

/** The very same words arriving once more: a device that did not hear the answer sends again. */
export function isSameWriting(stored: FindingRow, sent: Omit<SaveDraft, 'baseVersion'>): boolean {
  const { checklistVersion, answers, effect, verdict, words, todo, callBack, writtenAt } = stored
  return isDeepStrictEqual(
    { checklistVersion, answers, effect, verdict, words, todo, callBack, writtenAt },
    writingOf(sent),
  )
}

/** Another device or another person wrote meanwhile: nothing is overwritten, the inspector's list shows what is stored. */
export function refuseStale(stored: FindingRow | undefined, sent: Pick<SaveDraft, 'id' | 'baseVersion'>): void {
  const isBasedOnIt = stored ? stored.id === sent.id && stored.version === sent.baseVersion : sent.baseVersion === 0
  if (!isBasedOnIt) throw new Refused('request.stale_version', 'baseVersion')
}

type Outcome = Pick<FindingRow, 'state' | 'receivedAt' | 'quarter' | 'late'>

/** Stores what was written with its photos, which the person who sent it uploaded. */
export async function storeWriting(
  tx: Tx,
  { visit, stored, sent, by }: { visit: Visit; stored: FindingRow | undefined; sent: SaveDraft; by: string },
  outcome: Outcome,
): Promise<void> {
  const { countyId } = visit
  const written = { ...writingOf(sent), ...outcome }
  if (stored) await updateFinding(tx, countyId, sent.id, written)
  else await insertFinding(tx, { ...visit, id: sent.id, ...written })
  const attached = await attachToFinding(tx, { countyId, uploadedBy: by, ids: sent.attachmentIds }, sent.id)
  if (attached !== new Set(sent.attachmentIds).size) throw new Refused('attachment.unknown', 'attachmentIds')
}
