import { lockNeed } from '@dj/db/queries/collect/needs.ts'
import type { ReopenNeed } from '@dj/shared/collect/need/need.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import { reopen } from '../../collect/needs/reopen-need.ts'
import type { Deps } from '../../platform/deps.ts'
import { type ByReceipt, codeStanding, needOfReceipt } from '../talks/requester-standing.ts'

/** A requester without an account asks for a second look, once; not whoever gave the answer, nor who saw the contact. */
export function reopenByReceipt(deps: Deps, { reason, ...using }: ReopenNeed & ByReceipt): Promise<void> {
  const { code, actor } = using
  const countyId = code.slice(0, 6)
  return deps.withTx(countyId, async (tx, at) => {
    const { id } = await needOfReceipt(tx, using)
    const need = must(await lockNeed(tx, countyId, id), 'the need just found')
    const answeredIt = actor?.countyId === countyId && actor.personId === need.holderId
    refuseIf(answeredIt ? 'receipt.not_requester' : undefined)
    refuseIf(await codeStanding(tx, using, id))
    await reopen(tx, need, { reason, by: need.requesterPersonId, at })
  })
}
