import { dropParticipants, listParticipants } from '@dj/db/queries/claim/participants.ts'
import { countActivePeople } from '@dj/db/queries/county/people.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { ChangeParticipants, ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { participantsRefusal } from '@dj/shared/claim/claim/participant.rules.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { viewClaim } from './claim.view.ts'
import { holdOwnClaim } from './hold-claim.ts'

/** Adds, replaces or drops participants while the work goes on. Whoever is added is asked; whoever did part of the work stays its doer. */
export function changeParticipants(
  deps: Deps,
  { actor, claimId, add, drop }: ChangeParticipants & { actor: Actor; claimId: string },
): Promise<Sent<typeof ClaimView>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { claim, order, settings } = await holdOwnClaim(tx, actor, claimId)
    refuseIf(participantsRefusal(claim))
    const known = await countActivePeople(tx, countyId, add)
    if (known !== new Set(add).size) throw new Refused('claim.participant_unknown', 'add')
    const dropped = await dropParticipants(tx, { countyId, claimId, ids: drop }, at)
    if (dropped !== new Set(drop).size) throw new Refused('claim.participant_unknown', 'drop')
    await listParticipants(tx, { countyId, claimId, orderId: order.id, ids: add }, at)
    const data = { added: new Set(add).size, dropped }
    await recordEvent(tx, {
      ...{ countyId, kind: 'claim.participants_changed' as const, at, by, orderId: order.id, claimId, data },
    })
    return viewClaim(tx, claimId, { actor, settings, at })
  })
}
