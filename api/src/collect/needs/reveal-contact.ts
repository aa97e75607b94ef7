import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { contactOf } from '@dj/db/queries/collect/needs.ts'
import type { ContactView } from '@dj/shared/collect/need/need.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdNeed } from './hold-need.ts'

interface Input {
  actor: Actor
  needId: string
  reason: string
}

/** Whom to call about a need. Each look has its reason and leaves a trace. */
export function revealContact(deps: Deps, { actor, needId, reason }: Input): Promise<Sent<typeof ContactView>> {
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { receiptCode } = await holdNeed(tx, actor, needId, 'need.reveal_contact')
    const contact = await contactOf(tx, countyId, needId)
    await recordEvent(tx, { countyId, kind: 'need.contact_revealed', at, by: personId, needId, data: { reason } })
    return { name: null, phone: null, ...contact, receiptCode: mayClaim(actor) ? null : receiptCode }
  })
}

/** The code answers and rates as the requester: whoever leads claims must not hold it. */
const mayClaim = ({ grants }: Actor): boolean =>
  grants.some(({ role }) => role === 'secretary' || role === 'alliance_lead')
