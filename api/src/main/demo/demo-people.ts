import { insertAccount } from '@dj/db/queries/county/accounts.ts'
import { insertIdentity, insertPerson } from '@dj/db/queries/county/people.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { GrantedRole } from '@dj/shared/county/people/role.ts'
import type { PersonKind } from '@dj/shared/county/people/session.schema.ts'
import { newId } from '../../platform/deps.ts'
import { grantRole } from '../../county/grants/grant-role.ts'
import type { Places } from './demo-places.ts'

/** Person ids by username. */
export type People = ReadonlyMap<string, string>

interface DemoPerson {
  username: string
  alias: string
  kind: PersonKind
  home: string | null
  skills?: readonly string[]
  role?: readonly [GrantedRole, where: string]
}

/** The accounts that are printed at the start: one for everybody who uses the product. */
export const demoAccounts: readonly DemoPerson[] = [
  { username: 'member1', alias: '向阳', kind: 'member', home: '某断路器企业乙党支部', skills: ['电工', '工业机器人'] },
  { username: 'member2', alias: '青禾', kind: 'member', home: '某电子元件企业甲党支部', skills: ['质量管理', '英语'] },
  { username: 'member3', alias: '秉正', kind: 'probationary', home: '某律师事务所党支部', skills: ['法律'] },
  { username: 'worker1', alias: '小林', kind: 'worker', home: '某低压电器企业己' },
  {
    username: 'secretary1',
    alias: '柳市书记',
    kind: 'member',
    home: '柳市镇两新党委',
    role: ['secretary', '柳市镇两新党委'],
  },
  {
    username: 'secretary2',
    alias: '虹桥书记',
    kind: 'member',
    home: '虹桥镇两新党委',
    role: ['secretary', '虹桥镇两新党委'],
  },
  { username: 'town1', alias: '柳市组织员', kind: 'member', home: null, role: ['town_organizer', '柳市镇'] },
  { username: 'county1', alias: '县组织员甲', kind: 'member', home: null, role: ['county_organizer', '乐清市'] },
  { username: 'county2', alias: '县组织员乙', kind: 'member', home: null, role: ['county_organizer', '乐清市'] },
  { username: 'county3', alias: '县组织员丙', kind: 'member', home: null, role: ['county_organizer', '乐清市'] },
  { username: 'inspector1', alias: '检查员甲', kind: 'member', home: null, role: ['inspector', '乐清市'] },
  { username: 'inspector2', alias: '检查员乙', kind: 'member', home: null, role: ['inspector', '乐清市'] },
  { username: 'operator1', alias: '热线员', kind: 'staff', home: null, role: ['operator', '乐清市'] },
  { username: 'scout1', alias: '搜索员', kind: 'staff', home: null, role: ['scout', '柳市镇'] },
  { username: 'sysadmin1', alias: '系统管理员', kind: 'staff', home: null, role: ['system_admin', '乐清市'] },
  { username: 'secadmin1', alias: '安全管理员', kind: 'staff', home: null, role: ['security_admin', '乐清市'] },
  { username: 'auditadmin1', alias: '审计管理员', kind: 'staff', home: null, role: ['audit_admin', '乐清市'] },
]

const others: readonly DemoPerson[] = [
  {
    username: 'alliance1',
    alias: '联盟秘书长',
    kind: 'member',
    home: '柳市镇两新党委',
    role: ['alliance_lead', '乐清电气产业链党建联盟'],
  },
  {
    username: 'secretary3',
    alias: '北白象书记',
    kind: 'member',
    home: '北白象镇两新党委',
    role: ['secretary', '北白象镇两新党委'],
  },
  {
    username: 'secretary4',
    alias: '大荆书记',
    kind: 'member',
    home: '大荆镇两新党委',
    role: ['secretary', '大荆镇两新党委'],
  },
  {
    username: 'secretary5',
    alias: '乐成书记',
    kind: 'member',
    home: '乐成街道两新党委',
    role: ['secretary', '乐成街道两新党委'],
  },
  { username: 'member4', alias: '石榴', kind: 'member', home: '某开关企业丁党支部', skills: ['电工'] },
  { username: 'member5', alias: '松涛', kind: 'member', home: '柳市镇低压电器联合党支部', skills: ['财务'] },
  { username: 'member6', alias: '知行', kind: 'member', home: '虹桥商会联合党支部', skills: ['外贸'] },
  { username: 'member7', alias: '海燕', kind: 'member', home: '某开关企业甲第一党支部', skills: ['培训'] },
  { username: 'member8', alias: '磐石', kind: 'member', home: '某电镀园区联合党支部', skills: ['环保'] },
  { username: 'member9', alias: '春晖', kind: 'member', home: '某民宿协会党支部', skills: ['英语', '电商'] },
  { username: 'member10', alias: '山泉', kind: 'member', home: '某铁皮石斛合作社党支部', skills: ['电商', '直播'] },
  { username: 'member11', alias: '晨光', kind: 'member', home: '某建筑设计企业党支部', skills: ['美术'] },
  { username: 'member12', alias: '守望', kind: 'member', home: '某连锁药店党支部', skills: ['护理'] },
  { username: 'worker2', alias: '小周', kind: 'worker', home: '某断路器企业乙' },
  { username: 'worker3', alias: '小陈', kind: 'worker', home: '某互感器企业戊' },
  { username: 'worker4', alias: '小郑', kind: 'worker', home: '某电子企业戊' },
]

/** Everybody of the demo county, each with an account under the same password. Grants are by set-up, before anyone was there to grant. */
export async function addPeople(
  tx: Tx,
  countyId: string,
  places: Places,
  passwordHash: string,
  at: Date,
): Promise<People> {
  const people = new Map<string, string>()
  for (const person of [...demoAccounts, ...others]) {
    people.set(person.username, await addPerson(tx, countyId, places, person, passwordHash, at))
  }
  return people
}

async function addPerson(
  tx: Tx,
  countyId: string,
  places: Places,
  person: DemoPerson,
  passwordHash: string,
  at: Date,
): Promise<string> {
  const { username, alias, kind, home, skills = [], role } = person
  const [id, accountId] = [newId(), newId()]
  const homeOrganizationId = home === null ? null : must(places.get(home), home).id
  await insertPerson(tx, {
    countyId,
    id,
    accountId,
    alias,
    kind,
    homeOrganizationId,
    skills: [...skills],
    createdAt: at,
  })
  await insertIdentity(tx, { countyId, personId: id, name: `演示·${alias}` })
  await insertAccount(tx, { accountId, username, passwordHash, countyId, personId: id, at })
  if (!role) return id
  const organizationId = must(places.get(role[1]), role[1]).id
  await grantRole(tx, { countyId, personId: id, role: role[0], organizationId }, { at, by: null })
  return id
}
