import { PersonView, type GrantView, type LogEntry } from '@dj/shared/county/people/people.schema.ts'
import { GrantView as Grant, LogEntry as Entry } from '@dj/shared/county/people/people.schema.ts'
import { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { ids } from './county.world.ts'

const id = (last: number) => `01990000-0000-7000-8000-${String(last).padStart(12, '0')}`
const county = { id: ids.county, name: '乐清市' }
const branch = { id: ids.branch, name: '天正电气党支部' }

/** What the three administrators and the county organizer keep. */
export interface Office {
  readonly people: PersonView[]
  readonly grants: GrantView[]
  readonly log: readonly LogEntry[]
  settings: { version: number; changedBy: string | null; changedAt: string; note: string | null }
}

const people = [
  ['红帆 07', '王小红', 'member', 'active', branch, 'member1', ids.member],
  ['陈书记', '陈建国', 'member', 'active', branch, 'secretary1', ids.secretary],
  ['装配车间 12', '李强', 'worker', 'active', branch, 'worker1', ids.worker],
  ['柳市组织员', '周敏', 'member', 'active', { id: ids.liushi, name: '柳市镇' }, 'town1', ids.organizer],
  ['红帆 11', '赵一帆', 'probationary', 'suspended', branch, 'member2', ids.colleague],
  ['法援 03', '吴律', 'member', 'left', { id: ids.breakers, name: '断路器企业联合党支部' }, 'member3', ids.lawyer],
  ['部里老林', '林组', 'member', 'active', null, 'county1', id(30)],
  ['系统管理员', '孙系统', 'staff', 'active', null, 'sysadmin1', id(31)],
  ['安全管理员', '钱安全', 'staff', 'active', null, 'secadmin1', id(32)],
  ['审计管理员', '郑审计', 'staff', 'active', null, 'auditadmin1', id(33)],
] as const

const grants = [
  [ids.secretary, 'secretary', branch, null],
  [ids.organizer, 'town_organizer', { id: ids.liushi, name: '柳市镇' }, '2027-06-30T16:00:00.000Z'],
  [id(30), 'county_organizer', county, null],
  [id(31), 'system_admin', county, null],
  [id(32), 'security_admin', county, null],
  [id(33), 'audit_admin', county, null],
  [ids.lawyer, 'inspector', county, '2026-09-30T16:00:00.000Z'],
] as const

export function createOffice(): Office {
  const known = people.map(([alias, name, kind, status, homeOrganization, username, personId]) =>
    PersonView.parse({ id: personId, version: 1, alias, name, kind, status, homeOrganization, username, skills: [] }),
  )
  return {
    people: known,
    grants: grants.map(([personId, role, organization, validUntil], nth) => {
      const { alias, username } = known.find((one) => one.id === personId) ?? { alias: '', username: null }
      const person = { id: personId, alias, username }
      const period = { validFrom: '2026-03-01T01:00:00.000Z', validUntil, live: role !== 'inspector' }
      return Grant.parse({
        id: id(700 + nth),
        person,
        role,
        organization,
        ...period,
        grantedBy: nth < 2 ? '安全管理员' : null,
      })
    }),
    log: createLog(),
    settings: {
      version: 3,
      changedBy: '部里老林',
      changedAt: '2026-10-08T02:10:00.000Z',
      note: '按三季度联席会议意见调整',
    },
  }
}

const createLog = (): readonly LogEntry[] =>
  [
    ['need.contact_revealed', ids.secretary, { kind: 'need', id: id(801), name: null }, { reason: '约上门时间' }],
    [
      'claim.reported',
      ids.member,
      { kind: 'claim', id: id(921), name: 'C-2026-000001' },
      { share: 60, words: '讲了两次课' },
    ],
    [
      'grant.given',
      id(32),
      { kind: 'grant', id: id(701), name: '石竹' },
      { role: 'town_organizer', organizationId: ids.liushi },
    ],
    ['settings.changed', id(30), null, { version: 3 }],
    ['session.opened', id(33), null, {}],
    ['delivery.answered', null, { kind: 'order', id: id(901), name: 'C-2026-000001' }, { answer: 'solved' }],
  ].map(([kind, by, subject, data], nth) =>
    Entry.parse({
      ...{ id: id(600 + nth), kind, by, subject, data },
      byAlias: by === null ? null : '经办人',
      at: `2026-11-20T0${8 - nth}:12:00.000Z`,
    }),
  )

const account = (username: string, personId: string, alias: string, role: string, kind: string) =>
  SessionView.parse({
    account: { id: username, username },
    person: { id: personId, alias, kind, homeOrganizationId: null, homeOrganizationName: null, skills: [] },
    county: { id: '330382', name: '乐清市', demo: true },
    roles: [{ role, organizationId: ids.county, organizationName: '乐清市' }],
  })

export const createOfficers = (): Readonly<Record<string, SessionView>> => ({
  county1: account('county1', id(30), '部里老林', 'county_organizer', 'member'),
  sysadmin1: account('sysadmin1', id(31), '系统管理员', 'system_admin', 'staff'),
  secadmin1: account('secadmin1', id(32), '安全管理员', 'security_admin', 'staff'),
  auditadmin1: account('auditadmin1', id(33), '审计管理员', 'audit_admin', 'staff'),
})
