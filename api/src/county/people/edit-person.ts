import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { countLiveGrants, liveGrantsOf, lockHolders } from '@dj/db/queries/county/grants.ts'
import { lockPerson, type PersonRow, updateIdentity, updatePerson } from '@dj/db/queries/county/people.ts'
import { announceChange, endSessions } from '@dj/db/queries/county/sessions.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { isResponsible } from '@dj/shared/county/people/grant.rules.ts'
import type { EditPerson, PersonView } from '@dj/shared/county/people/people.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import { given } from '../../platform/given.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { refuseUnknownHome, viewOf } from './add-person.ts'
import { identityOf } from './identity.ts'

type Edit = EditPerson & { actor: Actor; id: string; version: number }

/** Changes an account. Suspending it ends its sessions in the same transaction. */
export async function editPerson(deps: Deps, input: Edit): Promise<Sent<typeof PersonView>> {
  const { actor, id, version, ...change } = input
  const { countyId } = actor
  const view = await deps.withTx(countyId, async (tx, at) => {
    const person = await lockPerson(tx, countyId, id)
    if (!person) throw new Refused('not_found')
    refuseIf(person.version === version ? undefined : 'request.stale_version')
    await refuseUnknownHome(tx, countyId, change.homeOrganizationId)
    await refuseStatus(tx, person, change.status, { at, by: actor.personId })
    await save(tx, person, change, deps.salt)
    // What was changed, not to what: a log carries no names.
    const data = { personId: id, fields: Object.keys(change), ...(change.status ? { status: change.status } : {}) }
    await recordEvent(tx, { countyId, kind: 'person.edited', at, by: actor.personId, data })
    return viewOf(tx, countyId, id)
  })
  await deps.accounts.forget(id)
  return view
}

async function refuseStatus(
  tx: Tx,
  person: PersonRow,
  status: EditPerson['status'],
  { at, by }: { at: Date; by: string },
): Promise<void> {
  if (status === undefined || status === 'active') return
  refuseIf(person.id === by ? 'person.not_oneself' : undefined, 'status')
  if (status === 'suspended') {
    // Whoever alone holds a responsible role is not shut out by one hand: a successor comes first. (domain §3)
    return refuseIf((await isLastSomewhere(tx, person, at)) ? 'grant.last_one' : undefined, 'status')
  }
  const held = await countLiveGrants(tx, person.countyId, person.id, at)
  refuseIf(held > 0 ? 'person.still_responsible' : undefined, 'status')
}

async function isLastSomewhere(tx: Tx, { countyId, id }: PersonRow, at: Date): Promise<boolean> {
  for (const { role, organizationId } of await liveGrantsOf(tx, countyId, id, at)) {
    if (!isResponsible(role)) continue
    const holders = await lockHolders(tx, { countyId, role, organizationId }, at)
    if (!holders.some(({ personId, active }) => active && personId !== id)) return true
  }
  return false
}

async function save(tx: Tx, { countyId, id, accountId }: PersonRow, change: EditPerson, salt: string): Promise<void> {
  const { name, phone, documentNumber, ...shown } = change
  await updatePerson(tx, countyId, id, given(shown))
  const identity = await identityOf(tx, { countyId, salt, whose: id }, { phone, documentNumber })
  await updateIdentity(tx, countyId, id, { ...given({ name }), ...identity })
  const locksOut = shown.status !== undefined && shown.status !== 'active'
  if (accountId !== null && locksOut) await endSessions(tx, accountId)
  await announceChange(tx, id)
}
