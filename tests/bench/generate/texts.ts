import { indexTerms } from '@dj/db/search/terms.ts'
import { must } from '@dj/shared/platform/assert.ts'

/** What an order or a need says, with the terms it is found by. */
export interface Sample {
  category: string
  title: string
  ask: string
  skill: string
  terms: string[]
}

/** Category, what is wanted, who can do it; the first are asked for most, the last hardly ever. */
const topics = [
  ['skills', '电工技能培训班', '电工', '希望请老师来厂里讲低压电器装配和安全用电，结业时考一次证'],
  ['staff', '春节前后用工互助', '招聘', '订单集中时缺少熟练工，想与邻近企业错峰共享用工'],
  ['markets', '智能断路器产品推介', '营销', '想参加产业链上下游对接会，把新产品介绍给成套企业'],
  ['care', '一线职工心理疏导', '心理咨询', '夜班较多，职工压力大，希望定期有人上门谈心'],
  ['finance', '技术改造贷款对接', '金融', '设备更新资金不足，希望银行讲解贴息政策并上门评估'],
  ['safety', '车间消防隐患排查', '消防', '厂房老旧，需要懂行的人带着排查线路和疏散通道'],
  ['culture', '新乐清人子女暑期托管', '教育', '双职工家庭孩子暑假无人照看，盼望园区办一个托管班'],
  ['rights', '劳动合同法律咨询', '法律', '新员工不清楚加班工资和社保怎么算，请律师现场解答'],
  ['purchasing', '铜材集中采购', '采购', '单家用量小、议价难，想和同行一起向供应商询价'],
  ['volunteering', '园区道路交通劝导', '志愿服务', '上下班高峰路口拥堵，需要志愿者维持秩序'],
  ['marriage', '青年联谊相亲活动', '组织活动', '单身青年多、圈子小，希望几家支部一起办一场联谊'],
  ['research', '接触器寿命联合攻关', '研发', '样品测试总在八十万次失效，想请院校帮助分析触点材料'],
  ['materials', '闲置叉车共享使用', '设备', '旺季搬运设备不够，淡季又闲着，愿意互相借用'],
  ['organization_building', '流动党员联合学习', '党务', '外来党员组织关系未转，想就近参加主题党日'],
  ['resume', '台风后恢复生产', '设备维修', '仓库进水，急需电工和钳工帮助检查配电房'],
  ['orders', '出口订单拆分协作', '外贸', '交期太紧，想把冲压和注塑两道工序分给邻厂'],
  ['other', '厂区周边充电桩不足', '协调', '职工电动车无处充电，希望协调增设'],
] as const

const places = ['柳市', '北白象', '虹桥', '乐成', '城东', '翁垟', '盐盆', '石帆', '芙蓉', '清江', '大荆', '淡溪']
const industries = ['高压开关', '低压电器', '电子元件', '模具', '精密铸造', '新能源', '物流', '服装', '食品', '建材']
const times = ['每周二晚上', '周末下午', '月底之前', '两周之内', '下班以后', '本季度内', '国庆前', '暑假期间']
const scales = ['十来个人', '三十人左右', '一百多人', '全厂职工', '两个班组', '新进员工', '党员骨干']

const pick = <T>(from: readonly T[], n: number): T => must(from[n % from.length], 'something to pick')

/** `count` different texts; a low number is a frequent topic when they are chosen with a lean to low numbers. */
export function sampleTexts(count: number): Sample[] {
  return Array.from({ length: count }, (_, n) => {
    const [category, want, skill, why] = pick(topics, Math.floor((n * topics.length) / count))
    const [place, industry] = [pick(places, n), pick(industries, n * 3 + Math.floor(n / 7))]
    const [time, scale] = [pick(times, n * 5 + Math.floor(n / 11)), pick(scales, n * 2 + Math.floor(n / 13))]
    const title = `${place}${industry}企业${want}`
    const ask = `${why}。我们是${place}的一家${industry}企业，参加的有${scale}，最好安排在${time}。联系时请先说明来意，第${n + 1}号。`
    return { category, title, ask, skill, terms: indexTerms([title, ask, place, skill].join('\n')) }
  })
}

/** Two-character words as members type them: very common, ordinary and rare ones. */
export const searchWords = [
  '企业',
  '电工',
  '培训',
  '用工',
  '心理',
  '贷款',
  '消防',
  '律师',
  '相亲',
  '充电',
  '叉车',
  '台风',
]
