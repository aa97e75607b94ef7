import { anyCounty } from '@dj/db/queries/county/counties.ts'
import { isSetupCode, useSetupCode } from '@dj/db/queries/county/setup-code.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { GrantedRole } from '@dj/shared/county/people/role.ts'
import type { NewAdministrator, SetUp, SetupDone } from '@dj/shared/county/people/setup.schema.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import { grantRole } from '../../county/grants/grant-role.ts'
import { hashOf } from '../../platform/http/guard/idempotency.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { createPerson, type NewPerson } from '../../county/people/create-person.ts'
import { createCounty } from './create-county.ts'

/** The first county with its first three administrators. The code is used up in the same transaction, so it works once. */
export async function setUp(deps: Deps, input: SetUp): Promise<Sent<typeof SetupDone>> {
  const { county, towns, administrators } = input
  const code = hashOf(input.code)
  const people = (await isSetupCode(deps.db, code)) ? await hashed(deps, administrators) : null
  return deps.withTx(county.id, async (tx, at) => {
    if (await anyCounty(tx)) throw new Refused('setup.not_available')
    if (!people || !(await useSetupCode(tx, code))) throw new Refused('setup.wrong_code', 'code')
    const { root } = await createCounty(tx, { ...county, demo: false, towns }, at)
    for (const [role, person] of people) await appoint(tx, county.id, root.id, role, person, at)
    return { county, usernames: people.map(([, { username }]) => username) }
  })
}

type Appointment = readonly [GrantedRole, NewPerson]

function hashed(deps: Deps, { system, security, audit }: SetUp['administrators']): Promise<Appointment[]> {
  const three = [
    ['system_admin', system],
    ['security_admin', security],
    ['audit_admin', audit],
  ] as const
  return Promise.all(three.map(async ([role, admin]) => [role, await toPerson(deps, admin)] as const))
}

async function toPerson(deps: Deps, { password, ...admin }: NewAdministrator): Promise<NewPerson> {
  const passwordHash = await deps.accounts.hashPassword(password)
  return { ...admin, kind: 'staff', homeOrganizationId: null, skills: [], passwordHash }
}

async function appoint(
  tx: Tx,
  countyId: string,
  organizationId: string,
  role: GrantedRole,
  person: NewPerson,
  at: Date,
): Promise<void> {
  const { id } = await createPerson(tx, countyId, person, { at, by: null })
  await grantRole(tx, { countyId, personId: id, role, organizationId }, { at, by: null })
}
