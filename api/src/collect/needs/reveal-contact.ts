import { contactOf } from '@dj/db/queries/collect/needs.ts'
import type { ContactView } from '@dj/shared/collect/need/need.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { recordLook } from '../voices/count-look.ts'
import { holdNeed } from './hold-need.ts'

interface Input {
  actor: Actor
  needId: string
  reason: string
  device: string | null
}

/** Whom to call about a need. Each look has its reason and leaves a trace; whoever looked does not speak for the requester. */
export function revealContact(deps: Deps, { actor, needId, reason, device }: Input): Promise<Sent<typeof ContactView>> {
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    await holdNeed(tx, actor, needId, 'need.reveal_contact')
    const contact = await contactOf(tx, countyId, needId)
    await recordLook(tx, { countyId, at, by: personId, device, needId, data: { reason } })
    return { name: null, phone: null, phoneWords: null, ...contact }
  })
}
