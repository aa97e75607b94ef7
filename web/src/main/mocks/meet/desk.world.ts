import { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { ids, type OrganizationKey } from '../county/county.world.ts'

/** The people of the desks, beside those of the branch. */
export const deskPeople = {
  county1: deskId(71),
  county2: deskId(72),
  operator1: deskId(73),
  scout1: deskId(74),
} as const

function deskId(last: number): string {
  return `01990000-0000-7000-8000-${String(last).padStart(12, '0')}`
}

export const createDeskAccounts = (): Readonly<Record<string, SessionView>> => ({
  county1: account('county1', '王科长', 'county_organizer', 'county', '乐清市'),
  county2: account('county2', '李科长', 'county_organizer', 'county', '乐清市'),
  operator1: account('operator1', '热线 02', 'operator', 'county', '乐清市'),
  scout1: account('scout1', '搜索员 05', 'scout', 'liushi', '柳市镇'),
})

function account(
  username: keyof typeof deskPeople,
  alias: string,
  role: string,
  at: OrganizationKey,
  organizationName: string,
): SessionView {
  const home = { homeOrganizationId: ids[at], homeOrganizationName: organizationName }
  return SessionView.parse({
    account: { id: username, username },
    person: { id: deskPeople[username], alias, kind: 'member', ...home, skills: [] },
    county: { id: '330382', name: '乐清市', demo: true },
    roles: [
      { role: 'member', organizationId: ids[at], organizationName },
      { role, organizationId: ids[at], organizationName },
    ],
  })
}
