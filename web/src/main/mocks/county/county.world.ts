import { OrganizationView, type OrganizationKind } from '@dj/shared/county/organization/organization.schema.ts'
import { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'

const id = (last: number) => `01990000-0000-7000-8000-${String(last).padStart(12, '0')}`

/** The ids of the mock county, by what tests and seeds call them. */
export const ids = {
  county: id(100),
  liushi: id(200),
  hongqiao: id(201),
  dajing: id(202),
  committee: id(210),
  branch: id(10),
  group: id(11),
  breakers: id(12),
  chamber: id(13),
  alliance: id(20),
  member: id(1),
  secretary: id(2),
  worker: id(3),
  organizer: id(4),
  colleague: id(5),
  lawyer: id(6),
} as const
export type OrganizationKey =
  'county' | 'liushi' | 'hongqiao' | 'dajing' | 'committee' | 'branch' | 'group' | 'breakers' | 'chamber' | 'alliance'

const tree: readonly [OrganizationKey, OrganizationKind, string, OrganizationKey | null][] = [
  ['county', 'county', '乐清市', null],
  ['liushi', 'town', '柳市镇', 'county'],
  ['hongqiao', 'town', '虹桥镇', 'county'],
  ['dajing', 'town', '大荆镇', 'county'],
  ['committee', 'party_committee', '柳市镇两新党委', 'liushi'],
  ['branch', 'branch', '天正电气党支部', 'committee'],
  ['group', 'group', '天正电气第一党小组', 'branch'],
  ['breakers', 'branch', '断路器企业联合党支部', 'committee'],
  ['chamber', 'joint_branch', '虹桥商会联合党支部', 'hongqiao'],
  ['alliance', 'alliance', '电气产业链党建联盟', 'county'],
]

/** The tree of the demo county, each node with its path. */
export function createOrganizations(): readonly OrganizationView[] {
  const made = new Map<string, OrganizationView>()
  for (const [key, kind, name, parentKey] of tree) {
    const parent = parentKey === null ? undefined : must(made.get(parentKey), parentKey)
    const path = [...(parent?.path ?? []), ids[key]]
    const townId = kind === 'town' ? ids[key] : (parent?.townId ?? null)
    const node = {
      id: ids[key],
      kind,
      name,
      code: null,
      parentId: parent?.id ?? null,
      townId,
      path,
      demo: true,
      contact: null,
    }
    made.set(key, OrganizationView.parse(node))
  }
  return [...made.values()]
}

/** People others see by alias; only those below have accounts. */
export const people = [
  { id: ids.member, alias: '红帆 07', organizationName: '天正电气党支部' },
  { id: ids.secretary, alias: '陈书记', organizationName: '天正电气党支部' },
  { id: ids.worker, alias: '装配车间 12', organizationName: '天正电气党支部' },
  { id: ids.organizer, alias: '柳市组织员', organizationName: '柳市镇' },
  { id: ids.colleague, alias: '红帆 11', organizationName: '天正电气党支部' },
  { id: ids.lawyer, alias: '法援 03', organizationName: '断路器企业联合党支部' },
] as const

export const createAccounts = (): Readonly<Record<string, SessionView>> => ({
  member1: account('member1', 0, 'member', []),
  worker1: account('worker1', 2, 'worker', []),
  secretary1: account('secretary1', 1, 'member', [grant('secretary', 'branch', '天正电气党支部')]),
  town1: account('town1', 3, 'member', [grant('town_organizer', 'liushi', '柳市镇')]),
})

const grant = (role: string, key: OrganizationKey, organizationName: string) => ({
  role,
  organizationId: ids[key],
  organizationName,
})

/** Somebody of the demo branch, through the shared schema: a mock that drifts from the api fails here. */
function account(username: string, nth: number, kind: 'member' | 'worker', roles: readonly object[]): SessionView {
  const { id: personId, alias } = must(people[nth], username)
  const home = { homeOrganizationId: ids.branch, homeOrganizationName: '天正电气党支部' }
  return SessionView.parse({
    account: { id: username, username },
    person: { id: personId, alias, kind, ...home, skills: ['法律咨询'] },
    county: { id: '330382', name: '乐清市', demo: true },
    roles: [{ role: kind, organizationId: ids.branch, organizationName: '天正电气党支部' }, ...roles],
  })
}
