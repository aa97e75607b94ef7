import { lockNeed, type NeedRecord, updateNeed } from '@dj/db/queries/collect/needs.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { ShareContact } from '@dj/shared/claim/talk/talk.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import { type ByReceipt, codeStanding, needOfReceipt } from './requester-standing.ts'

/** The requester lets those who do the work call them, or takes it back; their own act alone. */
export function shareContact(
  deps: Deps,
  { actor, needId, share }: ShareContact & { actor: Actor; needId: string },
): Promise<void> {
  return deps.withTx(actor.countyId, async (tx, at) => {
    const need = await lockNeed(tx, actor.countyId, needId)
    if (need?.requesterPersonId !== actor.personId) throw new Refused('not_found')
    await store(tx, need, share, at)
  })
}

/** The same for a requester who comes with the receipt code. */
export function shareByReceipt(deps: Deps, { share, ...using }: ShareContact & ByReceipt): Promise<void> {
  const countyId = using.code.slice(0, 6)
  return deps.withTx(countyId, async (tx, at) => {
    const { id } = await needOfReceipt(tx, using)
    refuseIf(await codeStanding(tx, using, id))
    const need = await lockNeed(tx, countyId, id)
    if (need) await store(tx, need, share, at)
  })
}

async function store(tx: Tx, need: NeedRecord, share: boolean, at: Date): Promise<void> {
  if (need.contactConsent === share) return
  const { countyId, id: needId, requesterPersonId: by } = need
  await updateNeed(tx, countyId, needId, { contactConsent: share })
  const kind = share ? 'need.contact_shared' : 'need.contact_withdrawn'
  await recordEvent(tx, { countyId, at, kind, by, needId })
}
