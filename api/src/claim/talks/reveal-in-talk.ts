import { revealRefusal } from '@dj/shared/claim/talk/talk.rules.ts'
import type { ContactView } from '@dj/shared/collect/need/need.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { recordLook } from '../../collect/voices/count-look.ts'
import { holdTalk } from './standing.ts'

interface Input {
  actor: Actor
  claimId: string
  needId: string
  reason: string
  device: string | null
}

/** Whom to call about the need, for those who do the work and by the requester's consent. Each look is logged and shuts the device out of the receipt. */
export function revealInTalk(
  deps: Deps,
  { actor, claimId, needId, reason, device }: Input,
): Promise<Sent<typeof ContactView>> {
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { row, side } = await holdTalk(tx, actor, { claimId, needId })
    refuseIf(revealRefusal(row.state, side, row.contact_consent))
    await recordLook(tx, { countyId, at, by: personId, device, needId, data: { reason, claimId } })
    return { name: row.contact_name, phone: row.contact_phone, phoneWords: row.contact_words }
  })
}
