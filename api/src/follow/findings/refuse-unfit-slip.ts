import type { Reads } from '@dj/db/connect.ts'
import { countFitPhotos, findFinding } from '@dj/db/queries/follow/findings.ts'
import type { Slip } from '@dj/shared/follow/finding/slip.schema.ts'
import { Refused } from '@dj/shared/problem.ts'
import { refuseUnfinished } from './submit-finding.ts'

/**
 * Whatever is wrong with a slip itself is said before anybody looks whether its order was drawn: otherwise a slip that cannot be stored
 * would tell the desk, and leave no trace. [domain §8]
 */
export async function refuseUnfitSlip(
  db: Reads,
  { slip, ...of }: { slip: Slip; countyId: string; roundId: string; by: string },
): Promise<void> {
  const { countyId, roundId, by: uploadedBy } = of
  const stored = await findFinding(db, countyId, slip.id)
  if (stored) {
    const { orderId, inspectorId } = slip
    const isIt = stored.roundId === roundId && stored.orderId === orderId && stored.inspectorId === inspectorId
    if (!isIt) throw new Refused('request.stale_version', 'baseVersion')
    return
  }
  await refuseUnfinished(db, { countyId, orderId: slip.orderId }, slip)
  const ids = slip.attachmentIds
  if ((await countFitPhotos(db, { countyId, uploadedBy, ids }, slip.id)) !== new Set(ids).size)
    throw new Refused('attachment.unknown', 'attachmentIds')
}
