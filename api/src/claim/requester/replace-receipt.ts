import { hasHandledNeed } from '@dj/db/queries/claim/handlers.ts'
import { insertSight, replaceReceipt as storeReceipt } from '@dj/db/queries/collect/receipts.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { ReceiptReplaced, ReplaceReceipt } from '@dj/shared/collect/need/need.schema.ts'
import { claimsForOthers } from '@dj/shared/county/people/grant.rules.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import { holdNeed } from '../../collect/needs/hold-need.ts'
import { newReceiptCode, receiptHash } from '../../collect/voices/receipt-code.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'

type Input = ReplaceReceipt & { actor: Actor; needId: string; device: string | null }

const ATTEMPTS = 5

/**
 * A new receipt code for a lost one, which is dead from here on: to the requester in their own account, or read out once by
 * somebody who neither handled an order of the need nor may claim for an organization.
 */
export function replaceReceipt(deps: Deps, input: Input): Promise<Sent<typeof ReceiptReplaced>> {
  const { actor, needId, reason, device } = input
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const need = await holdNeed(tx, actor, needId, 'need.replace_receipt')
    const own = need.requesterPersonId === personId
    if (!own) refuseIf((await isPartial(tx, actor, needId)) ? 'receipt.for_neutral' : undefined)
    const { receiptCode, told } = await storeFreshCode(tx, deps, countyId, needId)
    if (!own) await insertSight(tx, { countyId, id: newId(), needId, personId, told, device, at })
    await recordEvent(tx, { countyId, kind: 'need.receipt_replaced', at, by: personId, needId, data: { reason } })
    return { receiptCode }
  })
}

/** The code answers and rates as the requester: whoever leads claims, or had a hand in an order, must not be told it. */
const isPartial = async (tx: Tx, { countyId, personId, grants }: Actor, needId: string): Promise<boolean> =>
  claimsForOthers(grants) || hasHandledNeed(tx, countyId, needId, personId)

async function storeFreshCode(tx: Tx, deps: Deps, countyId: string, needId: string) {
  for (let left = ATTEMPTS; left > 0; left -= 1) {
    const receiptCode = newReceiptCode(countyId)
    const told = receiptHash(deps, receiptCode)
    if (await storeReceipt(tx, countyId, needId, told)) return { receiptCode, told }
  }
  throw new Error('no free receipt code was found')
}
