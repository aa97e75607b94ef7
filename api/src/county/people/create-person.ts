import { insertAccount, isUsernameTaken } from '@dj/db/queries/county/accounts.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { insertIdentity, insertPerson } from '@dj/db/queries/county/people.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { PersonId } from '@dj/shared/platform/ids.ts'
import type { AddPerson } from '@dj/shared/county/people/people.schema.ts'
import { Refused } from '@dj/shared/problem.ts'
import { newId } from '../../platform/deps.ts'
import { identityOf } from './identity.ts'

/** `salt`: our key, under which a document number is kept. */
export type NewPerson = AddPerson & { passwordHash: string; salt: string }

/** A person with name and account, in a transaction of their county. Used by set-up, the demo county and the system administrator. */
export async function createPerson(
  tx: Tx,
  countyId: string,
  person: NewPerson,
  { at, by }: { at: Date; by: string | null },
): Promise<{ id: PersonId; accountId: string }> {
  const { alias, kind, homeOrganizationId, skills, name, username, passwordHash, salt } = person
  if (await isUsernameTaken(tx, username)) throw new Refused('person.username_taken', 'username')
  const identity = await identityOf(tx, { countyId, salt, whose: null }, person)
  const id = newId<PersonId>()
  const accountId = newId()
  await insertPerson(tx, { countyId, id, accountId, alias, kind, homeOrganizationId, skills, createdAt: at })
  await insertIdentity(tx, { countyId, personId: id, name, ...identity })
  await insertAccount(tx, { accountId, username, passwordHash, countyId, personId: id, at })
  const data = { personId: id, personKind: kind, homeOrganizationId }
  await recordEvent(tx, { countyId, kind: 'person.added', at, by, data })
  return { id, accountId }
}
