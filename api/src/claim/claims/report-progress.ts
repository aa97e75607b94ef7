import { insertProgress, updateClaim } from '@dj/db/queries/claim/claims.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { claimActionRefusal } from '@dj/shared/claim/claim/claim.rules.ts'
import type { ProgressView, ReportProgress } from '@dj/shared/claim/claim/claim.schema.ts'
import type { ProgressId } from '@dj/shared/platform/ids.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import { attach } from '../../platform/attachments/attach.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdOwnClaim } from './hold-claim.ts'

/** A dated report with the share done, words, hours and photos. The share never goes back. */
export function reportProgress(
  deps: Deps,
  input: ReportProgress & { actor: Actor; claimId: string },
): Promise<Sent<typeof ProgressView>> {
  const { actor, claimId, share, words, hours = null, attachmentIds } = input
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { claim, order } = await holdOwnClaim(tx, actor, claimId)
    refuseIf(claimActionRefusal(claim.state, 'report'))
    refuseIf(claim.share !== null && share < claim.share ? 'progress.goes_back' : undefined, 'share')
    const id = newId<ProgressId>()
    await insertProgress(tx, {
      countyId,
      id,
      claimId,
      share,
      words,
      hours: hours?.toFixed(1) ?? null,
      reportedBy: personId,
      reportedAt: at,
    })
    await attach(tx, { countyId, uploadedBy: personId, ids: attachmentIds }, { progressId: id })
    await updateClaim(tx, countyId, claimId, { share, lastReportAt: at })
    const data = { share, words, hours, progressId: id, attachmentIds }
    await recordEvent(tx, { countyId, kind: 'claim.reported', at, by: personId, orderId: order.id, claimId, data })
    return { id, claimId, share, words, hours, reportedAt: at.toISOString(), attachments: [...attachmentIds] }
  })
}
