import type { Channel, NeedState, RequesterKind, Urgency } from '@dj/shared/collect/need/need.schema.ts'
import { ids, type OrganizationKey } from '../county/county.world.ts'

/** A need in a few words; days count back from now. */
export interface Seed {
  readonly body: string
  readonly by: string
  readonly kind: RequesterKind
  readonly at: OrganizationKey
  readonly category: string
  readonly channel?: Channel
  readonly urgency?: Urgency
  readonly state?: NeedState
  readonly days: number
  readonly hours?: number
  readonly answer?: string
  readonly mine?: string
}

export const seeds: readonly Seed[] = [
  {
    body: '车间夜班多，不少外地职工情绪紧张睡不好，希望能请心理咨询师每周来厂里坐班半天，聊一聊。',
    by: '装配车间 林班长',
    kind: 'worker',
    at: 'branch',
    category: 'care',
    days: 1.2,
  },
  {
    body: '夜班职工压力大，想请心理咨询师定期到厂里坐班，和大家聊一聊。',
    by: '天正电气工会',
    kind: 'organization',
    at: 'branch',
    category: 'care',
    channel: 'hotline',
    days: 0.4,
  },
  {
    body: '模具用的 718H 钢材单买价格高，十几家模具厂都用同款，希望联合采购把价格谈下来，最好年底前走通第一单。',
    by: '乐清市柳市镇智能电气产业园区精密模具与冲压件加工联合企业协会有限责任公司',
    kind: 'enterprise',
    at: 'breakers',
    category: 'purchasing',
    urgency: 'urgent',
    days: 3.5,
  },
  {
    body: '上月有工友手指压伤，想请懂安全生产的同志来查一次冲床防护。',
    by: '冲压车间 匿名',
    kind: 'worker',
    at: 'branch',
    category: 'safety',
    urgency: 'critical',
    channel: 'hotline',
    days: 2.2,
  },
  {
    body: '新员工普遍不会看电气原理图，想请老师傅周末带一带，开一期识图班。',
    by: '红帆 07',
    kind: 'member',
    at: 'branch',
    category: 'skills',
    channel: 'self_service',
    days: 0.1,
    mine: ids.member,
  },
  {
    body: '外来职工子女暑假没人带，能否办一个托管班。',
    by: '虹桥商会联合党支部',
    kind: 'organization',
    at: 'chamber',
    category: 'volunteering',
    days: 6,
  },
  {
    body: '四季度原材料采购资金缺口约 300 万元，希望对接低息贷款。',
    by: '断路器企业联合党支部',
    kind: 'enterprise',
    at: 'breakers',
    category: 'finance',
    channel: 'import',
    days: 9,
  },
  {
    body: '食堂菜价偏高，希望协调一下。',
    by: '红帆 07',
    kind: 'member',
    at: 'branch',
    category: 'rights',
    channel: 'self_service',
    state: 'answered',
    answer: '已与食堂承包方商定：12 月起每餐下调 2 元，菜单每周公示。',
    days: 12,
    mine: ids.member,
  },
  {
    body: '希望公司给每人发一台电脑。',
    by: '匿名',
    kind: 'worker',
    at: 'branch',
    category: 'other',
    state: 'declined',
    answer: '属企业内部福利安排，已转告企业行政，由企业答复。',
    days: 15,
  },
]
