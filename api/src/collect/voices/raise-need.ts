import type { NeedReceipt, RaiseNeed } from '@dj/shared/collect/need/need.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { fileNeed } from './file-need.ts'
import { viewNeed } from '../needs/read-need.ts'
import { requesterOf } from './requester.ts'

/** Files a need of the person signed in, or of somebody for whom they record it. The receipt code is told this once. */
export function raiseNeed(
  deps: Deps,
  { actor, ...input }: RaiseNeed & { actor: Actor },
): Promise<Sent<typeof NeedReceipt>> {
  const { countyId } = actor
  const { contact, channel, category, body, urgency, collectedOn, roundLabel, sourceUrl } = input
  return deps.withTx(countyId, async (tx, at) => {
    const requester = await requesterOf(tx, actor, input)
    const words = { channel, category, body, urgency, collectedOn, roundLabel, sourceUrl }
    const { id, receiptCode } = await fileNeed(tx, at, { countyId, ...requester, ...words }, contact)
    return { need: await viewNeed(tx, { actor, needId: id }), receiptCode }
  })
}
