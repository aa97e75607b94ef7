import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { findingOfVisit, holdAssignment } from '@dj/db/queries/follow/findings.ts'
import type { FindingView, SaveDraft } from '@dj/shared/follow/finding/finding.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { viewFinding } from './finding.view.ts'
import { isSameWriting, refuseStale, storeWriting } from './writing.ts'

type Input = SaveDraft & { actor: Actor; roundId: string; orderId: string }

/** Keeps a draft. The same draft sent again changes nothing; one based on an older version is refused and nothing is overwritten. */
export function saveDraft(deps: Deps, { actor, roundId, orderId, ...sent }: Input): Promise<Sent<typeof FindingView>> {
  const { countyId, personId } = actor
  const visit = { countyId, roundId, orderId, inspectorId: personId }
  return deps.withTx(countyId, async (tx, at) => {
    if (!(await holdAssignment(tx, visit))) throw new Refused('inspection.not_assigned')
    const stored = await findingOfVisit(tx, visit)
    if (stored?.state === 'final') throw new Refused('finding.final_already')
    const again = stored?.id === sent.id && stored.version === sent.baseVersion + 1 && isSameWriting(stored, sent)
    if (again) return viewFinding(tx, countyId, sent.id)
    refuseStale(stored, sent)
    const draft = { state: 'draft' as const, receivedAt: at, quarter: null, late: false }
    await storeWriting(tx, { visit, stored, sent, by: personId }, draft)
    // Without the order: its timeline would tell that it was drawn before anybody came.
    const data = { findingId: sent.id, version: sent.baseVersion + 1 }
    await recordEvent(tx, { countyId, kind: 'finding.saved', at, by: personId, data })
    return viewFinding(tx, countyId, sent.id)
  })
}
