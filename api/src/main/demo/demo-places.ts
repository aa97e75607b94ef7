import {
  insertAllianceMembers,
  insertEnterprise,
  insertOrganization,
  type OrganizationRow,
} from '@dj/db/queries/county/organizations.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { OrganizationKind } from '@dj/shared/county/organization/organization.schema.ts'
import { newId } from '../../platform/deps.ts'

export type Places = ReadonlyMap<string, OrganizationRow>
type Node = readonly [kind: OrganizationKind, name: string, parent: string]

// Enterprises and branches bear the names of the demo workbook, so that its rows find whose they are.
const nodes: readonly Node[] = [
  ['park_committee', '乐清经济开发区党工委', '乐清市'],
  ['party_committee', '柳市镇两新党委', '柳市镇'],
  ['branch', '某断路器企业乙党支部', '柳市镇两新党委'],
  ['group', '某断路器企业乙第一党小组', '某断路器企业乙党支部'],
  ['branch', '某开关企业丁党支部', '柳市镇两新党委'],
  ['joint_branch', '柳市镇低压电器联合党支部', '柳市镇两新党委'],
  ['station', '柳市镇红色驿站', '柳市镇两新党委'],
  ['party_committee', '虹桥镇两新党委', '虹桥镇'],
  ['branch', '某电子元件企业甲党支部', '虹桥镇两新党委'],
  ['joint_branch', '虹桥商会联合党支部', '虹桥镇两新党委'],
  ['party_committee', '北白象镇两新党委', '北白象镇'],
  ['general_branch', '某开关企业甲党总支', '北白象镇两新党委'],
  ['branch', '某开关企业甲第一党支部', '某开关企业甲党总支'],
  ['branch', '北白象镇个体劳动者协会党支部', '北白象镇两新党委'],
  ['joint_branch', '某电镀园区联合党支部', '北白象镇两新党委'],
  ['party_committee', '大荆镇两新党委', '大荆镇'],
  ['branch', '某铁皮石斛合作社党支部', '大荆镇两新党委'],
  ['branch', '某民宿协会党支部', '大荆镇两新党委'],
  ['joint_branch', '大荆镇退役军人创业联合党支部', '大荆镇两新党委'],
  ['party_committee', '乐成街道两新党委', '乐成街道'],
  ['branch', '某律师事务所党支部', '乐成街道两新党委'],
  ['branch', '某建筑设计企业党支部', '乐成街道两新党委'],
  ['branch', '某连锁药店党支部', '乐成街道两新党委'],
  ['branch', '某网约车司机流动党支部', '乐成街道两新党委'],
  ['branch', '某教育培训机构党支部', '乐成街道两新党委'],
  ['alliance', '乐清电气产业链党建联盟', '乐清市'],
]
const enterprises: Record<string, readonly string[]> = {
  柳市镇两新党委: ['某低压电器企业甲', '某断路器企业乙', '某电气配件企业丙', '某互感器企业戊', '某低压电器企业己'],
  虹桥镇两新党委: [
    '某电子元件企业甲',
    '某连接器企业乙',
    '某精密模具企业丙',
    '某精密模具企业丁',
    '某电子企业戊',
    '某包装企业己',
  ],
  北白象镇两新党委: ['某开关企业甲', '某电缆企业乙', '某塑料件企业丙', '某五金企业丁'],
  大荆镇两新党委: ['某卫浴洁具企业甲'],
  乐成街道两新党委: ['某外卖站点'],
}
const alliance = {
  name: '乐清电气产业链党建联盟',
  lead: '柳市镇两新党委',
  members: ['虹桥镇两新党委', '北白象镇两新党委', '某断路器企业乙党支部', '某开关企业甲党总支'],
  enterprises: ['某低压电器企业甲', '某互感器企业戊', '某精密模具企业丙', '某精密模具企业丁'],
}

/** The demo county's tree below its towns: committees, branches, joint branches, groups, enterprises, one alliance. All marked demo. */
export async function addPlaces(
  tx: Tx,
  countyId: string,
  roots: readonly OrganizationRow[],
  at: Date,
): Promise<Places> {
  const places = new Map(roots.map((root) => [root.name, root]))
  const find = (name: string) => must(places.get(name), name)
  const add = async (kind: OrganizationKind, name: string, parent: string) => {
    const node = { countyId, id: newId(), kind, name, demo: true, createdAt: at }
    places.set(name, await insertOrganization(tx, node, find(parent)))
  }
  for (const [kind, name, parent] of nodes) await add(kind, name, parent)
  for (const [committee, names] of Object.entries(enterprises)) {
    for (const name of names) {
      await add('enterprise', name, committee)
      const ids = { organizationId: find(name).id, partyOrganizationId: find(committee).id }
      await insertEnterprise(tx, { countyId, ...ids })
    }
  }
  const joined = [
    { part: 'lead' as const, names: [alliance.lead] },
    { part: 'member' as const, names: alliance.members },
    { part: 'enterprise' as const, names: alliance.enterprises },
  ]
  const rows = joined.flatMap(({ part, names }) =>
    names.map((name) => ({ countyId, allianceId: find(alliance.name).id, organizationId: find(name).id, part })),
  )
  await insertAllianceMembers(tx, rows)
  return places
}
