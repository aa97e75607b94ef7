import { newId } from '@dj/api/platform/deps.ts'
import { createCounty } from '@dj/api/meet/setup/create-county.ts'
import {
  insertAllianceMembers,
  insertEnterprise,
  insertOrganization,
  type OrganizationRow,
} from '@dj/db/queries/county/organizations.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { OrganizationKind } from '@dj/shared/county/organization/organization.schema.ts'
import type { OpenApp } from './open-app.ts'

export type Organization = OrganizationRow

/** A county with one of everything a test speaks of. The committee, its branches, the group and the enterprise lie in the first town. */
export interface County {
  id: string
  name: string
  root: Organization
  towns: readonly [Organization, Organization]
  committee: Organization
  branches: readonly [Organization, Organization]
  /** A group of the first branch. */
  group: Organization
  /** A branch of the second town. */
  farBranch: Organization
  enterprise: Organization
  /** Led by the committee, joined by the second branch and the enterprise. */
  alliance: Organization
}

const towns = [
  { code: '001', name: '城东街道' },
  { code: '100', name: '柳市镇' },
]

/** The county that a world begins with. */
export const buildHomeCounty = (open: OpenApp): Promise<County> => buildCounty(open, '330382', '乐清市')

export function buildCounty({ deps }: OpenApp, id: string, name: string): Promise<County> {
  return deps.withTx(id, async (tx, at) => {
    const coded = towns.map((town) => ({ ...town, code: id + town.code }))
    const county = await createCounty(tx, { id, name, demo: false, towns: coded }, at)
    const [near, far] = county.towns
    const place = { id, name, root: county.root, towns: [must(near, 'a town'), must(far, 'a town')] as const }
    return { ...place, ...(await buildOrganizations(tx, place, at)) }
  })
}

type Place = Pick<County, 'id' | 'root' | 'towns'>

async function buildOrganizations(tx: Tx, { id, root, towns: [near, far] }: Place, at: Date) {
  const add = (kind: OrganizationKind, name: string, parent: Organization) =>
    insertOrganization(tx, { countyId: id, id: newId(), kind, name, demo: false, createdAt: at }, parent)
  const committee = await add('party_committee', '智能电气产业园党委', near)
  const branches = [await add('branch', '第一党支部', committee), await add('branch', '第二党支部', committee)] as const
  const group = await add('group', '第一党小组', branches[0])
  const farBranch = await add('branch', '柳市党支部', far)
  const enterprise = await add('enterprise', '正德电气有限公司', near)
  const alliance = await add('alliance', '电气产业链党建联盟', root)
  await insertEnterprise(tx, { countyId: id, organizationId: enterprise.id, partyOrganizationId: branches[0].id })
  await insertAllianceMembers(tx, [
    { countyId: id, allianceId: alliance.id, organizationId: committee.id, part: 'lead' },
    { countyId: id, allianceId: alliance.id, organizationId: branches[1].id, part: 'member' },
    { countyId: id, allianceId: alliance.id, organizationId: enterprise.id, part: 'enterprise' },
  ])
  return { committee, branches, group, farBranch, enterprise, alliance }
}
