import type { Draft } from './market.drafts.ts'

/** What the quarterly checks led to, by what the seeds of the rounds call them. */
export const checkedTitles = {
  green: '车间通风改造跟踪服务',
  yellow: '新就业群体法律援助站点',
  red: '老旧厂房消防通道清理',
  submitted: '职工食堂减盐行动',
  passed: '班组安全员轮训',
  noticed: '暑期职工子女夏令营',
  proposed: '外贸企业单证互助小组',
  retired: '商会义务维修日',
} as const

const care = { category: 'care', opened: 70 } as const
const more: readonly Omit<Draft, 'ask'>[] = [
  { ...care, title: checkedTitles.green, state: 'rectifying' },
  { ...care, title: checkedTitles.yellow, category: 'rights', state: 'rectifying', tier: 'B', owner: 'liushi' },
  { ...care, title: checkedTitles.red, category: 'safety', state: 'rectifying', owner: 'chamber' },
  { ...care, title: checkedTitles.submitted, state: 'rectifying' },
  { ...care, title: checkedTitles.passed, category: 'safety', owner: 'committee' },
  { ...care, title: checkedTitles.noticed, state: 'retiring' },
  { ...care, title: checkedTitles.proposed, category: 'markets', state: 'retiring', tier: 'B', owner: 'liushi' },
  { ...care, title: checkedTitles.retired, category: 'volunteering', state: 'retired', owner: 'chamber' },
]

/** Older than last quarter: what its round looked at. */
export const oldDays = 200
const old: readonly Omit<Draft, 'ask'>[] = [
  { title: '全市两新组织书记轮训', category: 'organization_building', tier: 'A', owner: 'county' },
  { title: '柳市镇职工夜校春季班', category: 'skills', tier: 'B', owner: 'liushi' },
  { title: '虹桥商圈流动党员驿站', category: 'organization_building', tier: 'B', owner: 'hongqiao' },
  { title: '春节返岗包车', category: 'resume' },
  { title: '车间饮水点改造', category: 'care' },
  { title: '焊工技能比武', category: 'skills', owner: 'committee' },
  { title: '劳动争议调解日', category: 'rights', owner: 'breakers' },
  { title: '职工体检补贴说明会', category: 'care', owner: 'breakers' },
  { title: '新员工安全第一课', category: 'safety', owner: 'committee' },
  { title: '小微企业用工余缺调剂', category: 'staff', owner: 'chamber' },
  { title: '商会法律顾问开放日', category: 'rights', owner: 'chamber' },
  { title: '外来员工子女入学咨询', category: 'care', owner: 'chamber' },
  { title: '雁荡民宿党员示范户', category: 'volunteering', owner: 'dajing' },
]

export const checked: readonly Draft[] = [
  ...more,
  ...old.map((draft, nth) => ({ ...draft, state: 'closed' as const, opened: oldDays + nth })),
].map((draft) => ({ ...draft, ask: `${draft.title}，请派人来帮着做起来。` }))
