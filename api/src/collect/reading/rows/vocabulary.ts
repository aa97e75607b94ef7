import type { Channel, RequesterKind, Urgency } from '@dj/shared/collect/need/need.schema.ts'
import type { Category } from '@dj/shared/county/settings/category.ts'
import { simplifiedOf } from '@dj/db/search/terms.ts'
import { foldedOf } from './cell-text.ts'

type Words<Code extends string> = Readonly<Record<Code, readonly string[]>>

/** Per code the words found in workbooks; the first is the one the template offers. */
export const kindWords: Words<RequesterKind> = {
  enterprise: ['企业', '公司', '企业主', '单位', '用人单位'],
  organization: ['党组织', '支部', '党支部', '党总支', '党委', '联合支部', '组织', '基层党组织', '两新党组织'],
  member: ['党员', '流动党员', '预备党员', '党员个人'],
  worker: ['职工', '员工', '工人', '职工群众', '企业职工', '群众', '青工', '务工人员', '个人'],
}

export const urgencyWords: Words<Urgency> = {
  critical: ['特急', '加急', '非常紧急', '十分紧急', '特别紧急'],
  urgent: ['紧急', '急', '较急', '比较紧急', '重要'],
  normal: ['一般', '普通', '不急', '常规', '正常', '平'],
}

export const channelWords: Words<Channel> = {
  symposium: ['组织座谈', '座谈', '座谈会', '专题座谈'],
  solicitation: ['征求意见', '意见征求', '问卷', '问卷调查', '意见箱', '发函征求'],
  poll: ['民意测评', '测评', '民主测评', '投票'],
  hotline: ['热线', '红色征集热线', '征集热线', '热线电话', '电话', '来电'],
  scout: ['搜索员走访', '走访', '搜索员', '入企走访', '上门走访', '需求项目搜索员'],
  station: ['志愿服务站', '服务站', '志愿站', '党群服务站'],
  self_service: ['自助', '自助填报', '扫码', '线上', '网上', '小程序', '扫码填报', '线上填报'],
  import: ['导入', '表格导入'],
}

export const categoryWords: Words<string> = {
  rights: ['权益维护', '权益', '维权', '权益保障', '劳动权益', '法律援助'],
  skills: ['技能提升', '技能', '技能培训', '培训'],
  care: ['人文关怀', '人文关怀与心理', '关怀', '心理', '心理健康', '心理疏导', '人文关怀和心理疏导'],
  culture: ['文化融合', '文化', '文体', '文体活动', '文化活动'],
  marriage: ['择偶成家', '择偶', '婚恋', '婚恋交友', '交友联谊', '联谊'],
  research: ['共研', '技术共研', '研发', '技术攻关'],
  resume: ['共复', '复工复产', '共同复工'],
  orders: ['共商', '订单共商', '订单'],
  materials: ['共济', '物资共济', '物资', '原材料'],
  staff: ['共享', '员工共享', '用工', '用工共享', '招工'],
  safety: ['共抓', '安全共抓', '安全', '安全生产', '环保'],
  purchasing: ['共购', '联合采购', '采购', '集采'],
  finance: ['共融', '资金共融', '融资', '金融', '资金', '贷款'],
  markets: ['共拓', '市场共拓', '市场', '市场开拓', '销售'],
  organization_building: ['组织建设', '党建', '党组织建设', '支部建设', '阵地建设'],
  volunteering: ['志愿服务', '志愿', '志愿活动', '公益'],
  other: ['其他', '其它', '其他需求'],
}

function lookup<Code extends string>(words: Words<Code>): (text: string) => Code | undefined {
  const found = new Map<string, Code>()
  for (const code of Object.keys(words) as Code[]) for (const word of words[code]) found.set(word, code)
  return (text) => found.get(bare(text))
}

const bare = (text: string) => simplifiedOf(foldedOf(text)).replace(/[()（）【】"'“”。.、,，:：;；]|类$|需求$/g, '')

export const kindNamed = lookup(kindWords)
export const urgencyNamed = lookup(urgencyWords)
export const channelNamed = lookup(channelWords)
const defaultCategoryNamed = lookup(categoryWords)

/** County names first (`settings`), then the default ones; `共融（资金）` and `1.共融` are `共融`. */
export function categoryNamed(text: string, county: ReadonlyMap<string, Category>): Category | undefined {
  const variants = [
    text,
    text.replace(/[(（].*$/, ''),
    text.replace(/^\s*[0-9０-９一二三四五六七八九十]+[.、．]\s*/, ''),
  ]
  for (const variant of variants) {
    const found = county.get(variant.trim()) ?? defaultCategoryNamed(variant)
    if (found !== undefined) return found
  }
  return undefined
}
