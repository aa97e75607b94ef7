import { grantRole } from '@dj/api/county/grants/grant-role.ts'
import { tokenHash } from '@dj/api/county/session/hashed-tokens.ts'
import { newId } from '@dj/api/platform/deps.ts'
import { cookieOf } from '@dj/api/platform/http/guard/session-cookie.ts'
import { insertAccount } from '@dj/db/queries/county/accounts.ts'
import { insertIdentity, insertPerson } from '@dj/db/queries/county/people.ts'
import { authSessionTable } from '@dj/db/tables/county/auth.table.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { GrantId, PersonId } from '@dj/shared/platform/ids.ts'
import type { GrantedRole } from '@dj/shared/county/people/role.ts'
import type { PersonKind } from '@dj/shared/county/people/session.schema.ts'
import { type OpenApp, SECRET } from './open-app.ts'

export interface Person {
  id: PersonId
  countyId: string
  accountId: string
  username: string
  alias: string
  kind: PersonKind
  homeOrganizationId: string | null
  /** Their grants' ids, in the order asked for. */
  grants: readonly GrantId[]
  cookie: string
}

export interface NewPerson {
  countyId: string
  kind: PersonKind
  home: { id: string } | null
  roles?: readonly { role: GrantedRole; organization: { id: string } }[]
  alias?: string
  username?: string
  /** Only who signs in with it needs one: hashing is slow. */
  password?: string
  skills?: readonly string[]
}

let count = 0

/** Somebody with an account and an open session, put straight into the database. */
export async function buildPerson({ deps }: OpenApp, wish: NewPerson): Promise<Person> {
  count += 1
  const { countyId, kind, home, alias = `同志${count}`, username = `person${count}` } = wish
  const id = newId<PersonId>()
  const accountId = newId()
  const passwordHash = wish.password === undefined ? 'none' : await deps.accounts.hashPassword(wish.password)
  const token = `token-of-${accountId}`
  const grants = await deps.withTx(countyId, async (tx, at) => {
    const skills = [...(wish.skills ?? [])]
    const person = { countyId, id, accountId, alias, kind, homeOrganizationId: home?.id ?? null, skills, createdAt: at }
    await insertPerson(tx, person)
    await insertIdentity(tx, { countyId, personId: id, name: `姓名${count}` })
    await insertAccount(tx, { accountId, username, passwordHash, countyId, personId: id, at })
    await openSession(tx, accountId, token, at)
    return Promise.all((wish.roles ?? []).map((grant) => grantDirectly(tx, { countyId, personId: id, ...grant, at })))
  })
  const cookie = cookieOf(token, { secret: SECRET, secure: false })
  return { id, countyId, accountId, username, alias, kind, homeOrganizationId: home?.id ?? null, grants, cookie }
}

async function openSession(tx: Tx, userId: string, token: string, at: Date): Promise<void> {
  // However far a test moves its clock, the person is still here and has just shown the password.
  const expiresAt = new Date('2099-01-01T00:00:00Z')
  const long = { expiresAt, confirmedAt: expiresAt, seenAt: expiresAt }
  await tx
    .insert(authSessionTable)
    .values({ id: userId, token: tokenHash(token), userId, ...long, createdAt: at, updatedAt: at })
}

export interface DirectGrant {
  countyId: string
  personId: string
  role: GrantedRole
  organization: { id: string }
  at: Date
  until?: Date
}

/** A grant as set-up gives it: by nobody. */
export function grantDirectly(tx: Tx, grant: DirectGrant): Promise<GrantId> {
  const { organization, at, until: validUntil = null, ...given } = grant
  return grantRole(tx, { ...given, organizationId: organization.id, validUntil }, { at, by: null })
}
