import type { ClaimMode } from '@dj/shared/build/order/order.schema.ts'
import type { Tier } from '@dj/shared/county/organization/tier.ts'

/** How far an order of the demo has come. */
export type Fate =
  | { kind: 'draft' | 'open' | 'discarded' }
  | { kind: 'taken'; by: readonly string[]; ago: number; reportedAgo?: number }
  | { kind: 'collective'; by: string; organization: string; participants?: readonly string[]; ago: number }
  | { kind: 'requested'; by: string }
  | { kind: 'delivered'; by: string; ago: number }
  | { kind: 'partly'; by: string; ago: number }
  | { kind: 'silent'; by: string; ago: number }
  | { kind: 'closed'; by: string; ago: number; rated: readonly number[]; raters?: readonly string[] }

export interface DemoOrder {
  /** Rows of the workbook (sheet, row), or words of an older need that came by the hotline. */
  needs: readonly (readonly [sheet: string, row: number])[] | string
  tier: Tier
  owner: string
  title: string
  acceptance: string
  category: string
  mode?: ClaimMode
  places?: number
  skills?: readonly string[]
  location?: string
  confirm?: true
  standing?: true
  fate: Fate
  /** Under the first claim somebody wrote: this claimant, and this desk of the owner. */
  talk?: { by: string; desk: string }
}

const L = '柳市镇'
const H = '虹桥镇'
const B = '北白象镇'
const D = '大荆镇'
const Y = '乐成街道'
const committee = (town: string) => `${town}两新党委`
const open: Fate = { kind: 'open' }
const taken = (by: readonly string[], ago: number, reportedAgo?: number): Fate =>
  reportedAgo === undefined ? { kind: 'taken', by, ago } : { kind: 'taken', by, ago, reportedAgo }

/** Built from the 45 needs of the workbook, 2026 fourth quarter. */
const fromWorkbook: readonly DemoOrder[] = [
  {
    needs: [[L, 4]],
    tier: 'B',
    owner: L,
    title: '四季度原材料采购贷款对接会',
    acceptance: '对接银行不少于三家，企业拿到明确的授信答复',
    category: 'finance',
    fate: { kind: 'closed', by: 'member5', ago: 15, rated: [5, 4, 5] },
  },
  {
    needs: [[L, 5]],
    tier: 'C',
    owner: committee(L),
    title: '工业机器人运维夜校',
    acceptance: '开两期夜校，每期不少于八课时，学员能独立完成日常点检',
    category: 'skills',
    places: 3,
    skills: ['工业机器人', '培训'],
    location: '柳市镇红色驿站',
    fate: taken(['member1'], 6, 2),
    talk: { by: 'member1', desk: 'secretary1' },
  },
  {
    needs: [[L, 6]],
    tier: 'B',
    owner: L,
    title: '双十一装配工余缺调剂',
    acceptance: '调剂装配工不少于三十名，包吃住条件落实',
    category: 'staff',
    mode: 'collective',
    fate: {
      kind: 'collective',
      by: 'secretary1',
      organization: '柳市镇低压电器联合党支部',
      participants: ['member5', 'member4'],
      ago: 7,
    },
  },
  {
    needs: [[L, 7]],
    tier: 'C',
    owner: committee(L),
    title: '后备书记培养与换届指导',
    acceptance: '确定后备书记人选一名，换届程序完整',
    category: 'organization_building',
    fate: { kind: 'delivered', by: 'member4', ago: 2 },
  },
  {
    needs: [
      [L, 8],
      [L, 10],
    ],
    tier: 'C',
    owner: committee(L),
    title: '劳动合同与加班工资法律讲座',
    acceptance: '讲座一场，现场答疑，职工能看懂工资条',
    category: 'rights',
    skills: ['法律'],
    location: '某电气配件企业丙',
    fate: {
      kind: 'closed',
      by: 'member3',
      ago: 12,
      rated: [5, 5, 4],
      raters: ['member1', 'member4', 'worker1', 'worker2', 'worker3', 'member5'],
    },
  },
  {
    needs: [[L, 11]],
    tier: 'C',
    owner: '某开关企业丁党支部',
    title: '周边老小区线路义务检查',
    acceptance: '检查不少于五十户，隐患清单交社区',
    category: 'volunteering',
    skills: ['电工'],
    fate: taken(['member4'], 16),
  },
  {
    needs: [[L, 12]],
    tier: 'B',
    owner: L,
    title: '铜材拆借互助（约5吨）',
    acceptance: '两周内落实拆借，十二月归还',
    category: 'materials',
    mode: 'collective',
    fate: open,
  },
  {
    needs: [[L, 13]],
    tier: 'B',
    owner: L,
    title: '青工篮球联赛场地与裁判',
    acceptance: '落实场地两处、裁判四名，赛程公布',
    category: 'culture',
    places: 2,
    confirm: true,
    fate: { kind: 'requested', by: 'member7' },
  },
  {
    needs: [[L, 14]],
    tier: 'C',
    owner: committee(L),
    title: '心理咨询师每周坐班半天',
    acceptance: '连续坐班八周，有登记、有回访',
    category: 'care',
    mode: 'individual',
    fate: taken(['member12'], 17),
  },
  {
    needs: [[L, 15]],
    tier: 'B',
    owner: L,
    title: '工业园区单身青年联谊',
    acceptance: '举办联谊一场，参加不少于六十人',
    category: 'marriage',
    mode: 'individual',
    places: 5,
    fate: taken(['member3', 'member7'], 4),
  },
  {
    needs: [[H, 4]],
    tier: 'C',
    owner: committee(H),
    title: '高新技术企业申报上门辅导',
    acceptance: '完成研发费用归集表，材料具备申报条件',
    category: 'research',
    mode: 'individual',
    skills: ['财务'],
    fate: { kind: 'closed', by: 'member5', ago: 14, rated: [4, 3, 5] },
  },
  {
    needs: [[H, 5]],
    tier: 'C',
    owner: '某电子元件企业甲党支部',
    title: '质量攻关小组结对',
    acceptance: '与大企业党委签订结对书，技术骨干带教一次以上',
    category: 'skills',
    skills: ['质量管理'],
    fate: taken(['member2'], 5, 1),
  },
  {
    needs: [[H, 6]],
    tier: 'A',
    owner: '乐清市',
    title: '东南亚参展外贸合规与认证辅导',
    acceptance: '辅导两场，企业拿到认证清单和办理路径',
    category: 'markets',
    mode: 'collective',
    skills: ['外贸'],
    fate: open,
  },
  {
    needs: [[H, 7]],
    tier: 'A',
    owner: '乐清市',
    title: '新入职大学生人才公寓协调',
    acceptance: '明确房源、租金与入住时间',
    category: 'care',
    mode: 'collective',
    fate: { kind: 'draft' },
  },
  {
    needs: [
      [H, 8],
      [H, 10],
    ],
    tier: 'B',
    owner: H,
    title: '模具钢联合采购',
    acceptance: '不少于八家企业参加，单价较单买下降',
    category: 'purchasing',
    mode: 'collective',
    fate: {
      kind: 'collective',
      by: 'alliance1',
      organization: '乐清电气产业链党建联盟',
      participants: ['member2', 'member6'],
      ago: 8,
    },
  },
  {
    needs: [[H, 11]],
    tier: 'C',
    owner: '虹桥商会联合党支部',
    title: '小微企业共用党员活动场地',
    acceptance: '固定场地一处，每月可用不少于四次',
    category: 'organization_building',
    fate: open,
  },
  {
    needs: [[H, 12]],
    tier: 'C',
    owner: committee(H),
    title: '电工高级证实训设备与辅导',
    acceptance: '提供实训不少于二十课时',
    category: 'skills',
    mode: 'individual',
    places: 4,
    skills: ['电工'],
    fate: open,
  },
  {
    needs: [[H, 13]],
    tier: 'B',
    owner: H,
    title: '“小候鸟”寒假托管班志愿者',
    acceptance: '托管班开班三周，每天不少于两名志愿者',
    category: 'care',
    places: 6,
    fate: taken(['member8', 'member6', 'member12'], 3),
  },
  {
    needs: [[H, 14]],
    tier: 'C',
    owner: committee(H),
    title: '电气火灾消防实战演练',
    acceptance: '演练一次，全员参加，问题清单整改',
    category: 'safety',
    fate: { kind: 'delivered', by: 'member6', ago: 3 },
  },
  {
    needs: [[B, 4]],
    tier: 'C',
    owner: '某开关企业甲党总支',
    title: '龙头企业排产月度通气会',
    acceptance: '每月一次，配套企业提前两周知道排产',
    category: 'orders',
    standing: true,
    fate: {
      kind: 'collective',
      by: 'secretary3',
      organization: '某开关企业甲第一党支部',
      participants: ['member7'],
      ago: 10,
    },
  },
  {
    needs: [[B, 5]],
    tier: 'B',
    owner: B,
    title: '困难职工结对帮扶',
    acceptance: '每名困难职工有结对党员，首月走访一次',
    category: 'volunteering',
    places: 4,
    fate: taken(['member7'], 9, 3),
  },
  {
    needs: [[B, 6]],
    tier: 'C',
    owner: committee(B),
    title: '“红色先锋贷”政策咨询',
    acceptance: '讲清条件、额度与办理步骤',
    category: 'finance',
    mode: 'individual',
    fate: { kind: 'silent', by: 'member5', ago: 16 },
  },
  {
    needs: [[B, 7]],
    tier: 'C',
    owner: committee(B),
    title: '工伤认定材料帮办',
    acceptance: '材料一次性补正并被受理',
    category: 'rights',
    mode: 'individual',
    fate: { kind: 'closed', by: 'member3', ago: 17, rated: [5, 5, 5] },
  },
  {
    needs: [[B, 10]],
    tier: 'C',
    owner: committee(B),
    title: '越剧戏曲社老师与排练房',
    acceptance: '每周有排练房，老师到场指导',
    category: 'culture',
    fate: { kind: 'draft' },
  },
  {
    needs: [[B, 11]],
    tier: 'C',
    owner: '北白象镇个体劳动者协会党支部',
    title: '流动党员线上签到与学习',
    acceptance: '有可用的签到办法，覆盖全部流动党员',
    category: 'organization_building',
    fate: { kind: 'draft' },
  },
  {
    needs: [[B, 12]],
    tier: 'A',
    owner: '乐清市',
    title: '电镀园区污水在线监测专家会诊',
    acceptance: '专家到场会诊一次，九家企业各有整改方案',
    category: 'safety',
    mode: 'collective',
    skills: ['环保'],
    fate: {
      kind: 'collective',
      by: 'secretary3',
      organization: '某电镀园区联合党支部',
      participants: ['member8'],
      ago: 11,
    },
  },
  {
    needs: [[B, 13]],
    tier: 'B',
    owner: B,
    title: '一线工人职业病体检项目',
    acceptance: '体检增加职业病项目，覆盖电镀一线工人',
    category: 'care',
    mode: 'collective',
    fate: open,
  },
  {
    needs: [[D, 4]],
    tier: 'B',
    owner: D,
    title: '铁皮石斛鲜条直播带货',
    acceptance: '直播不少于三场，花期内完成',
    category: 'markets',
    mode: 'individual',
    places: 5,
    skills: ['直播', '电商'],
    fate: taken(['member10', 'member9'], 5, 2),
  },
  {
    needs: [[D, 5]],
    tier: 'C',
    owner: '某铁皮石斛合作社党支部',
    title: '种植户电商后台一对一教学',
    acceptance: '每户能独立上架、改价、发货',
    category: 'skills',
    mode: 'individual',
    places: 2,
    skills: ['电商'],
    fate: taken(['member9', 'member10'], 15, 6),
  },
  {
    needs: [[D, 6]],
    tier: 'B',
    owner: D,
    title: '民宿淡季纾困贷款对接',
    acceptance: '对接金融机构，明确可贷额度',
    category: 'finance',
    fate: open,
  },
  {
    needs: [[D, 7]],
    tier: 'C',
    owner: '某民宿协会党支部',
    title: '前台日常英语班',
    acceptance: '十二课时，前台能完成入住对话',
    category: 'skills',
    mode: 'individual',
    skills: ['英语'],
    fate: { kind: 'partly', by: 'member2', ago: 13 },
  },
  {
    needs: [[D, 8]],
    tier: 'A',
    owner: '乐清市',
    title: '新厂房消防验收协调',
    acceptance: '明确整改清单，设备可进场',
    category: 'resume',
    mode: 'collective',
    fate: {
      kind: 'collective',
      by: 'secretary4',
      organization: committee(D),
      participants: ['member9', 'member10'],
      ago: 6,
    },
  },
  {
    needs: [[D, 10]],
    tier: 'B',
    owner: D,
    title: '退役军人应急救援队装备与培训',
    acceptance: '装备到位，培训两次',
    category: 'volunteering',
    mode: 'collective',
    fate: open,
  },
  {
    needs: [[Y, 4]],
    tier: 'C',
    owner: '某律师事务所党支部',
    title: '园区周四法律坐班',
    acceptance: '每周四下午有律师党员坐班并登记',
    category: 'rights',
    mode: 'individual',
    standing: true,
    skills: ['法律'],
    fate: taken(['member3'], 2),
  },
  {
    needs: [[Y, 5]],
    tier: 'C',
    owner: '某建筑设计企业党支部',
    title: '山区小学墙绘与图书角',
    acceptance: '完成墙绘一面、图书角一处',
    category: 'culture',
    skills: ['美术'],
    fate: taken(['member11'], 7, 1),
  },
  {
    needs: [[Y, 6]],
    tier: 'C',
    owner: '某连锁药店党支部',
    title: '门店母婴室与孕期轮岗推广',
    acceptance: '三家门店先行，轮岗办法成文',
    category: 'care',
    fate: open,
  },
  {
    needs: [[Y, 7]],
    tier: 'A',
    owner: '乐清市',
    title: '网约车司机扣罚申诉说理点',
    acceptance: '固定说理点一处，每周有人接待',
    category: 'rights',
    mode: 'collective',
    fate: open,
  },
  {
    needs: [
      [Y, 8],
      [Y, 10],
    ],
    tier: 'B',
    owner: Y,
    title: '沿街党群服务站午间开放',
    acceptance: '不少于五处站点中午开放，可热饭歇脚',
    category: 'care',
    mode: 'collective',
    places: 3,
    fate: { kind: 'collective', by: 'secretary5', organization: '某网约车司机流动党支部', ago: 4 },
  },
]

/** Older ones, from calls to the hotline: so that long clocks, red lights and finished ratings can be seen. */
const fromHotline: readonly DemoOrder[] = [
  {
    needs: '车间照明太暗，想请懂行的人看看怎么改。',
    tier: 'C',
    owner: '某断路器企业乙党支部',
    title: '老车间照明改造咨询',
    acceptance: '出具改造建议一份',
    category: 'safety',
    mode: 'individual',
    skills: ['电工'],
    fate: taken(['member1'], 33, 31),
  },
  {
    needs: '中班工人十一点下班没有车坐，盼厂区到镇上有趟夜班车。',
    tier: 'B',
    owner: H,
    title: '夜班职工公交接驳',
    acceptance: '夜班车每晚两趟，试运行满一个月',
    category: 'care',
    fate: taken(['member8'], 32.5, 31),
  },
  {
    needs: '几家企业门口乱停车，货车进不去，盼有人牵头协调。',
    tier: 'B',
    owner: L,
    title: '工业区停车秩序共治',
    acceptance: '划定停车位，高峰有人值守',
    category: 'other',
    mode: 'collective',
    fate: { kind: 'collective', by: 'secretary1', organization: '某断路器企业乙党支部', ago: 33 },
  },
  {
    needs: '夏天车间太热，盼望有清凉饮料和防暑知识。',
    tier: 'C',
    owner: committee(L),
    title: '高温车间送清凉与防暑讲座',
    acceptance: '送清凉两次，讲座一场',
    category: 'care',
    fate: {
      kind: 'closed',
      by: 'member12',
      ago: 50,
      rated: [5, 5, 5],
      raters: ['member1', 'member4', 'member5', 'worker1', 'worker2', 'worker3'],
    },
  },
  {
    needs: '全市企业都缺会用新税务系统的会计，盼统一培训。',
    tier: 'A',
    owner: '乐清市',
    title: '企业会计新税务系统培训',
    acceptance: '培训三场，参训不少于三百人',
    category: 'skills',
    places: 2,
    fate: { kind: 'closed', by: 'member5', ago: 48, rated: [4, 4, 4] },
  },
  {
    needs: '下班后没有地方看书，盼园区有个流动书屋。',
    tier: 'C',
    owner: '某电子元件企业甲党支部',
    title: '园区流动书屋',
    acceptance: '书屋开放，藏书不少于五百册',
    category: 'culture',
    fate: taken(['member6'], 32, 31),
  },
  {
    needs: '老党员手机不会用，盼有人上门教。',
    tier: 'C',
    owner: '虹桥商会联合党支部',
    title: '老党员智能手机上门教学',
    acceptance: '每名老党员能视频通话、扫码',
    category: 'volunteering',
    mode: 'individual',
    places: 3,
    fate: { kind: 'closed', by: 'member2', ago: 44, rated: [5, 4, 5] },
  },
]

export const demoOrders = { fromWorkbook, fromHotline }

/** Needs of the workbook that were settled without an order. The rest still waits at the desk. */
export const settledNeeds = [
  { need: [B, 8] as const, by: 'secretary3', answer: '已登记为可共享资源，并通知缺注塑产能的两家企业与您联系。' },
  {
    need: [Y, 11] as const,
    by: 'secretary5',
    decline: '空置校舍租赁须经公共资源交易平台办理，已将办理入口和联系电话告知。',
  },
]

/** Voices of the last days that still wait at their desks: one of them says what another has said. */
export const freshNeeds = [
  { by: 'worker1', ago: 1.6, body: '夜班食堂只有泡面，希望能有一口热饭。', category: 'care' },
  { by: 'worker2', ago: 1.3, body: '上夜班没有热饭吃，盼食堂夜里也开。', category: 'care' },
  { by: 'member4', ago: 1.1, body: '党员活动室的投影仪坏了半年，想换一台。', category: 'organization_building' },
  { by: 'worker3', ago: 0.8, body: '孩子放学没人接，盼园区办四点半课堂。', category: 'care', urgency: 'urgent' },
  { by: 'member5', ago: 0.5, body: '三家小厂想一起请环保专家看看废水处理。', category: 'safety' },
  { by: 'worker4', ago: 0.7, body: '想学电脑绘图，厂里没有人会教。', category: 'skills' },
] as const

/** A draft the first secretary has begun from two of them. */
export const freshDraft = {
  from: [3],
  owner: committee(L),
  by: 'secretary1',
  title: '园区四点半课堂',
  ago: 0.4,
} as const
