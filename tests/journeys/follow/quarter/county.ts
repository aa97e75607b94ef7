import { must } from '@dj/shared/platform/assert.ts'
import type { Person, World } from '../../../support/world.ts'

export interface Cast {
  lead: Person
  second: Person
  holders: readonly [Person, Person]
  inspectors: readonly Person[]
  /** Whose orders are looked at: the secretaries of the branch in either town. */
  secretaries: readonly [Person, Person]
  titles: Record<'A' | 'B' | 'C', readonly string[]>
}

const far = ['柳市低压电器检测互助', '出租房电动车充电整治', '快递员夏季歇脚点', '外来务工子女课后看护']
const near = ['夜班工人技能夜校', '女职工心理关怀热线', '车间班组法律问答', '青年党员结对新员工']

/** A county on the first day of a round: everybody it needs, each somebody else, and twelve orders in three libraries. */
export async function populate(world: World): Promise<Cast> {
  const { towns, branches, farBranch } = world.county
  const cast = {
    lead: await world.aCountyOrganizer({ alias: '跟单专班老周' }),
    second: await world.aCountyOrganizer({ alias: '两新工委小林' }),
    holders: [
      await world.aMember({ alias: '党代表陈工' }),
      await world.aTownOrganizer(towns[1], { alias: '柳市组织委员' }),
    ] as const,
    inspectors: [
      await world.anInspector({ alias: '检查员甲' }),
      await world.anInspector({ alias: '检查员乙' }),
      await world.anInspector({ alias: '检查员丙' }),
    ],
    secretaries: [
      await world.aSecretary(branches[0], { alias: '一支部书记' }),
      await world.aSecretary(farBranch, { alias: '柳市支部书记' }),
    ] as const,
  }
  const titles = {
    A: ['全县用工余缺调剂', '产业链共享实验室'],
    B: ['园区通勤班车', '街道托育点'],
    C: [...near, ...far],
  }
  for (const title of titles.A) await world.anOpenOrder({ tier: 'A', title, location: '市民中心三楼' })
  for (const [i, title] of titles.B.entries()) {
    await world.anOpenOrder({ tier: 'B', owner: must(towns[i], 'a town'), title, location: '园区东门' })
  }
  for (const title of near) await world.anOpenOrder({ owner: branches[0], title, location: '园区二号楼' })
  for (const title of far) await world.anOpenOrder({ owner: farBranch, title, location: '柳市大道 8 号' })
  return { ...cast, titles }
}
