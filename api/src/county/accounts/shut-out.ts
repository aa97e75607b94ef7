import { setPassword } from '@dj/db/queries/county/accounts.ts'
import type { PersonRow } from '@dj/db/queries/county/people.ts'
import { announceChange, endSessions } from '@dj/db/queries/county/sessions.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { AccountSlip } from '@dj/shared/county/people/account.schema.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { viewOf } from '../people/add-person.ts'

/** The old password stops and every session ends. `nothing`: the hash of what nobody knows. */
export async function shutOut(tx: Tx, person: PersonRow, nothing: string, at: Date): Promise<void> {
  const accountId = must(person.accountId, 'an account')
  await setPassword(tx, accountId, nothing, at)
  await endSessions(tx, accountId)
  await announceChange(tx, person.id)
}

/** What the owner of a reset account is handed, but for its code; the name only from who may read it. */
export async function slipOf(
  tx: Tx,
  { countyId, id }: PersonRow,
  actor: Actor,
  expiresAt: string,
): Promise<Sent<typeof AccountSlip>> {
  const { alias, name, username } = await viewOf(tx, countyId, id)
  const shown = may('person.edit', actor) ? name : null
  return { kind: 'reset', alias, name: shown, username: username ?? '', code: null, expiresAt }
}
