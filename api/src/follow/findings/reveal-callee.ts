import { recordLook } from '../../collect/voices/count-look.ts'
import { contactOf } from '@dj/db/queries/collect/needs.ts'
import { holdAssignment, isCallBackDue } from '@dj/db/queries/follow/findings.ts'
import { isVoiceOf } from '@dj/db/queries/follow/inspections.ts'
import type { ContactView } from '@dj/shared/collect/need/need.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'

interface Input {
  actor: Actor
  roundId: string
  orderId: string
  needId: string
  reason: string
  device: string | null
}

/** Whom the inspector calls back, only while a call is due. Logged like each look, and without the order: the log would tell that it was drawn. */
export function revealCallee(deps: Deps, input: Input): Promise<Sent<typeof ContactView>> {
  const { actor, roundId, orderId, needId, reason, device } = input
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const visit = { countyId, roundId, orderId, inspectorId: personId }
    if (!(await holdAssignment(tx, visit))) throw new Refused('inspection.not_assigned')
    if (!(await isVoiceOf(tx, countyId, { orderId, needId }))) throw new Refused('not_found')
    if (!(await isCallBackDue(tx, countyId, orderId))) throw new Refused('inspection.no_call_due')
    const contact = await contactOf(tx, countyId, needId)
    await recordLook(tx, { countyId, at, by: personId, device, needId, data: { reason } })
    return { name: null, phone: null, phoneWords: null, ...contact }
  })
}
