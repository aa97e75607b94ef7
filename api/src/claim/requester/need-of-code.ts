import { needsOf } from '@dj/db/queries/collect/order-needs.ts'
import { codeWitness } from '@dj/db/queries/claim/handlers.ts'
import { findNeedByReceipt } from '@dj/db/queries/collect/receipts.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { codeRefusal } from '@dj/shared/collect/need/receipt.rules.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'

/** A receipt code in use, as it is stored: by whom, if anybody is signed in, and on which device. */
export interface CodeInUse {
  receiptHash: string
  actor: Actor | null
  device: string | null
}

/** The need of this order for which the code speaks. A code of another need is as good as none. */
export async function needOfCode(
  tx: Tx,
  { countyId, orderId }: { countyId: string; orderId: string },
  { receiptHash, actor, device }: CodeInUse,
): Promise<Awaited<ReturnType<typeof needsOf>>[number]> {
  const [found, needs] = await Promise.all([
    findNeedByReceipt(tx, countyId, receiptHash),
    needsOf(tx, countyId, orderId),
  ])
  const need = needs.find(({ id }) => id === found?.id)
  if (!need) throw new Refused('not_found')
  const personId = actor?.countyId === countyId ? actor.personId : null
  refuseIf(codeRefusal(await codeWitness(tx, { countyId, orderId, needId: need.id, personId, device })))
  return need
}
