import { insertSight } from '@dj/db/queries/collect/receipts.ts'
import type { NeedReceipt, RaiseNeed } from '@dj/shared/collect/need/need.schema.ts'
import { claimsForOthers } from '@dj/shared/county/people/grant.rules.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { attach } from '../../platform/attachments/attach.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { fileNeed } from './file-need.ts'
import { viewNeed } from '../needs/read-need.ts'
import { requesterOf } from './requester.ts'

/** Files a need of the person signed in, or of somebody for whom they record it. The receipt code is told this once, to be read out: not to those who may claim for others. */
export function raiseNeed(
  deps: Deps,
  { actor, device, ...input }: RaiseNeed & { actor: Actor; device: string | null },
): Promise<Sent<typeof NeedReceipt>> {
  const { countyId } = actor
  const { contact, shareContact, channel, category, body, urgency, collectedOn, roundLabel, sourceUrl, attachmentIds } =
    input
  return deps.withTx(countyId, async (tx, at) => {
    const requester = await requesterOf(tx, actor, input)
    const words = { channel, category, body, urgency, collectedOn, roundLabel, sourceUrl }
    const { id, receiptCode, receiptHash } = await fileNeed(
      tx,
      deps,
      at,
      { countyId, ...requester, ...words, contactConsent: shareContact },
      contact,
    )
    const photos = { countyId, uploadedBy: actor.personId, ids: attachmentIds }
    await attach(tx, photos, { needId: id })
    const others = requester.requesterPersonId === null
    const isTold = !others || !claimsForOthers(actor.grants)
    if (others && isTold) {
      const seen = { needId: id, personId: actor.personId, told: receiptHash, device, at }
      await insertSight(tx, { countyId, id: newId(), ...seen })
    }
    return { need: await viewNeed(tx, { actor, needId: id }), receiptCode: isTold ? receiptCode : null }
  })
}
