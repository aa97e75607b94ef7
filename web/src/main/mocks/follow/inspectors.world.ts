import { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { ids, type OrganizationKey } from '../county/county.world.ts'

const id = (last: number) => `01990000-0000-7000-8000-${String(last).padStart(12, '0')}`

/** The pool of inspectors. */
export const inspectorIds = { inspector1: id(81), inspector2: id(82), inspector3: id(83) } as const

const pool: readonly [keyof typeof inspectorIds, string, OrganizationKey, string][] = [
  ['inspector1', '督查 01', 'alliance', '电气产业链党建联盟'],
  ['inspector2', '督查 02', 'dajing', '大荆镇'],
  ['inspector3', '督查 03', 'alliance', '电气产业链党建联盟'],
]

export const inspectorPeople = pool.map(([username, alias, , organizationName]) => ({
  id: inspectorIds[username],
  alias,
  organizationName,
}))

/** Inspectors of the county, each with a home of their own where they never inspect. */
export const createInspectors = (): Readonly<Record<string, SessionView>> =>
  Object.fromEntries(pool.map(([username, ...facts]) => [username, account(username, ...facts)]))

function account(username: keyof typeof inspectorIds, alias: string, at: OrganizationKey, organizationName: string) {
  const home = { homeOrganizationId: ids[at], homeOrganizationName: organizationName }
  return SessionView.parse({
    account: { id: username, username },
    person: { id: inspectorIds[username], alias, kind: 'member', ...home, skills: [] },
    county: { id: '330382', name: '乐清市', demo: true },
    roles: [
      { role: 'member', organizationId: ids[at], organizationName },
      { role: 'inspector', organizationId: ids.county, organizationName: '乐清市' },
    ],
  })
}
