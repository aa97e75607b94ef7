import { must } from '@dj/shared/platform/assert.ts'
import type { ClaimState } from '@dj/shared/build/order/claim-state.ts'
import type { ClaimMode, OrderState } from '@dj/shared/build/order/order.schema.ts'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import type { OrganizationKey } from '../county/county.world.ts'

type Person = 'member' | 'secretary' | 'colleague' | 'lawyer' | 'organizer'

/** A seed in a few words; what is left out is ordinary. Days count from now, back for what has been, ahead for what is due. */
export interface Draft {
  readonly title: string
  readonly ask: string
  readonly category: string
  readonly tier?: Tier
  readonly state?: OrderState
  readonly mode?: ClaimMode
  readonly owner?: OrganizationKey
  readonly author?: Person
  readonly places?: number
  readonly confirm?: boolean
  readonly claimIn?: number
  readonly dueIn?: number
  readonly skills?: readonly string[]
  readonly seconds?: number
  readonly opened?: number
  readonly claims?: readonly {
    readonly by: Person | 'breakers' | 'branch' | 'alliance'
    readonly from: number
    readonly due: number
    readonly reported?: number
    readonly share?: number
    readonly words?: string
    readonly state?: ClaimState
    readonly listed?: Person
  }[]
}

export const drafts: readonly Draft[] = [
  {
    title: '请律师到车间讲一次劳动合同和工时',
    ask: '加班工资算法看不懂，十几个人有疑问，想请律师来讲一次劳动合同和工时，能现场答疑最好。',
    category: 'rights',
    places: 2,
    claimIn: 12,
    dueIn: 40,
    skills: ['法律咨询'],
    seconds: 2,
    claims: [{ by: 'lawyer', from: 3, due: 27 }],
  },
  {
    title: '装配车间开两期工业机器人运维夜校',
    ask: '装配车间想学工业机器人运维，希望请职业学院老师来厂里开两期夜校。',
    category: 'skills',
    tier: 'B',
    owner: 'liushi',
    mode: 'collective',
    places: 1,
    claimIn: 20,
    dueIn: 60,
    seconds: 3,
  },
  {
    title: '每周请心理咨询师到低压电器企业坐班半天，陪夜班职工聊聊',
    ask: '夜班多，情绪紧张睡不好，能否每周安排心理咨询师坐班半天。',
    category: 'care',
    owner: 'committee',
    mode: 'individual',
    places: 5,
    claimIn: 6,
    dueIn: 30,
    seconds: 1,
    claims: [{ by: 'colleague', from: 6, due: 24, reported: 1, share: 30, words: '已联系两名咨询师。' }],
  },
  {
    title: '工业园区单身青年联谊活动',
    ask: '外地单身青年多，希望组织工业园区联谊活动。',
    category: 'marriage',
    tier: 'B',
    owner: 'liushi',
    places: 3,
  },
  {
    title: '党员电工周末检查老小区线路',
    ask: '三名党员是持证电工，愿意为周边老小区检查线路，需要社区对接。',
    category: 'volunteering',
    confirm: true,
    places: 3,
    claimIn: 9,
  },
  {
    title: '十几家模具厂联合采购同款钢材，请懂供应链的党员牵头与钢厂谈价并起草联合采购办法，年底前走通第一单',
    ask: '十几家模具厂都用同款钢材，单买价高，希望联合采购。',
    category: 'purchasing',
    tier: 'A',
    owner: 'county',
    author: 'organizer',
    places: 2,
    claimIn: 15,
    dueIn: 45,
    seconds: 3,
  },
  {
    title: '帮铁皮石斛合作社直播带货',
    ask: '鲜条滞销，想请会直播的党员帮着带货，花期只剩三周。',
    category: 'markets',
    tier: 'B',
    owner: 'dajing',
    mode: 'individual',
    places: 4,
    claimIn: 2,
    dueIn: 18,
  },
  ...Array.from({ length: 24 }, (_, nth) => again(nth)),
]

/** Enough to have more than one page. */
function again(nth: number): Draft {
  const things = ['请医生到车间讲急救', '帮外来员工子女补课', '给小微企业讲研发费用归集', '到山区小学画墙绘'] as const
  const categories = ['care', 'volunteering', 'research', 'culture'] as const
  const owners = ['branch', 'chamber', 'committee', 'breakers'] as const
  const title = `${must(things[nth % 4], 'a thing')}（第${Math.floor(nth / 4) + 2}期）`
  const category = must(categories[nth % 4], 'a category')
  return {
    title,
    ask: title,
    category,
    owner: must(owners[nth % 4], 'an owner'),
    places: 1 + (nth % 3),
    opened: 20 + nth,
  }
}
