import { type TalkRow, talksOf } from '@dj/db/queries/claim/talks.ts'
import type { NeedRecord } from '@dj/db/queries/collect/needs.ts'
import { findNeedByReceipt } from '@dj/db/queries/collect/receipts.ts'
import { codeWitness, ordersFrom } from '@dj/db/queries/claim/handlers.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { codeRefusal } from '@dj/shared/collect/need/receipt.rules.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { type ProblemCode, Refused, refuseIf } from '@dj/shared/problem.ts'

/** A receipt code in use: by whom, if anybody is signed in, and on which device. */
export interface ByReceipt {
  code: string
  /** As it is stored. */
  receiptHash: string
  actor: Actor | null
  device: string | null
}

/** The need behind a code. Errors: receipt.unknown. */
export async function needOfReceipt(tx: Tx, { code, receiptHash }: ByReceipt): Promise<NeedRecord> {
  const need = await findNeedByReceipt(tx, code.slice(0, 6), receiptHash)
  if (!need) throw new Refused('receipt.unknown')
  return need
}

/** Why the code does not speak for the requester here: weighed over every order that was built from the need, and without one over the need alone. */
export async function codeStanding(
  tx: Tx,
  { code, actor, device }: ByReceipt,
  needId: string,
): Promise<ProblemCode | undefined> {
  const countyId = code.slice(0, 6)
  const personId = actor?.countyId === countyId ? actor.personId : null
  const built = await ordersFrom(tx, countyId, needId)
  const orderIds = built.length > 0 ? built : [null]
  const against = await Promise.all(
    orderIds.map((orderId) => codeWitness(tx, { countyId, orderId, needId, personId, device })),
  )
  return against.map(codeRefusal).find((refusal) => refusal !== undefined)
}

/** The conversation under that claim, for whoever the code speaks for. Errors: receipt.unknown, not_found, those of the code. */
export async function holdTalkOfCode(
  tx: Tx,
  using: ByReceipt,
  claimId: string,
): Promise<{ row: TalkRow; need: NeedRecord }> {
  const need = await needOfReceipt(tx, using)
  const talks = await talksOf(tx, { countyId: need.countyId, needId: need.id })
  const row = talks.find((each) => each.claim_id === claimId)
  if (!row) throw new Refused('not_found')
  refuseIf(await codeStanding(tx, using, need.id))
  return { row, need }
}
