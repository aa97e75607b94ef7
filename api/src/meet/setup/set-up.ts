import { anyCounty } from '@dj/db/queries/county/counties.ts'
import { isSetupCode, useSetupCode } from '@dj/db/queries/county/setup-code.ts'
import type { OrganizationRow } from '@dj/db/queries/county/organizations.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { AccountSlip } from '@dj/shared/county/people/account.schema.ts'
import type { GrantedRole } from '@dj/shared/county/people/role.ts'
import type { NewAdministrator, SetUp, SetupDone } from '@dj/shared/county/people/setup.schema.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import { issueCode, newAccountCode } from '../../county/accounts/issue-code.ts'
import { refuseGuessable } from '../../county/accounts/weak-password.ts'
import { grantRole } from '../../county/grants/grant-role.ts'
import { hashOf } from '../../platform/http/guard/idempotency.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { createPerson, type NewPerson } from '../../county/people/create-person.ts'
import { createCounty } from './create-county.ts'

/**
 * The first county with its first three administrators: whoever sets up chooses their own password, the other two get
 * one-time codes. The set-up code is used up in the same transaction, so it works once.
 */
export async function setUp(deps: Deps, input: SetUp): Promise<Sent<typeof SetupDone>> {
  const { county, towns } = input
  const setupCode = hashOf(input.code)
  const people = (await isSetupCode(deps.db, setupCode)) ? await appointments(deps, input.administrators) : null
  const done = await deps.withTx(county.id, async (tx, at) => {
    if (await anyCounty(tx)) throw new Refused('setup.not_available')
    if (!people || !(await useSetupCode(tx, setupCode))) throw new Refused('setup.wrong_code', 'code')
    const { root } = await createCounty(tx, { ...county, demo: false, towns }, at)
    const slips = []
    for (const person of people) slips.push(...(await appoint(deps, tx, root, person, at)))
    return { county, usernames: people.map(({ person }) => person.username), slips }
  })
  const codes = (people ?? []).flatMap(({ code }) => (code === null ? [] : [code]))
  return { ...done, slips: done.slips.map((slip, nth) => ({ ...slip, code: codes[nth] ?? null })) }
}

interface Appointment {
  role: GrantedRole
  person: NewPerson
  /** Of who did not choose a password here. */
  code: string | null
}

async function appointments(
  { accounts, salt }: Deps,
  { system, security, audit }: SetUp['administrators'],
): Promise<Appointment[]> {
  const { password, ...installer } = system
  await refuseGuessable(password, [installer.username, installer.alias], 'administrators.system.password')
  const waiting = async (role: GrantedRole, admin: NewAdministrator) => {
    const person = { ...admin, ...staff, salt, passwordHash: await accounts.hashOfNothing() }
    return { role, person, code: newAccountCode() }
  }
  return [
    {
      role: 'system_admin',
      person: { ...installer, ...staff, salt, passwordHash: await accounts.hashPassword(password) },
      code: null,
    },
    await waiting('security_admin', security),
    await waiting('audit_admin', audit),
  ]
}

const staff = { kind: 'staff', homeOrganizationId: null, skills: [] as string[] } as const

/** With the slip of who opens the account later. */
async function appoint(
  deps: Deps,
  tx: Tx,
  { countyId, id: organizationId }: OrganizationRow,
  { role, person, code }: Appointment,
  at: Date,
): Promise<Sent<typeof AccountSlip>[]> {
  const { id: personId } = await createPerson(tx, countyId, person, { at, by: null })
  await grantRole(tx, { countyId, personId, role, organizationId }, { at, by: null })
  if (code === null) return []
  const kind = 'opening' as const
  const { expiresAt } = await issueCode(tx, deps, { countyId, personId, kind, code }, { at, by: null })
  const { alias, name, username } = person
  return [{ kind, alias, name, username, code: null, expiresAt }]
}
