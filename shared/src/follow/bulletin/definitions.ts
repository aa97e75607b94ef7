/** Version of these definitions; it goes up whenever one of them counts differently. */
export const definitionsVersion = 3

interface Definition {
  code: string
  /** What it is called. */
  zh: string
  en: string
  /** What is counted over what. */
  countsZh: string
  countsEn: string
  /** From a sample: printed with its 95 % Wilson interval. */
  interval?: true
}

/** The figures of a bulletin in the order in which they are printed. [003; domain §10] */
export const figureDefinitions = [
  {
    code: 'census_completion',
    zh: 'A、B类检查完成率',
    en: 'Census completion',
    countsZh: '已检查和经两人批准免予检查的A、B类项目 ÷ 名单内全部A、B类项目',
    countsEn: 'A and B orders inspected or excused by two people ÷ all A and B orders of the frame',
  },
  {
    code: 'census_pass',
    zh: 'A、B类检查合格率',
    en: 'Census pass rate',
    countsZh: '结论为“合格”的A、B类项目 ÷ 已检查的A、B类项目；两名检查员结论不一致的，以较严者为准',
    countsEn: 'A and B orders passed ÷ inspected; where two inspectors differ the stricter verdict counts',
  },
  {
    code: 'sample_completion',
    zh: 'C类抽查完成率',
    en: 'Sample completion',
    countsZh: '已检查的抽中项目 ÷ 抽中的C类项目',
    countsEn: 'Sampled orders inspected ÷ C orders drawn',
  },
  {
    code: 'sample_pass',
    zh: 'C类抽查合格率',
    en: 'Sample pass rate',
    countsZh: '结论为“合格”的抽中项目 ÷ 已检查的抽中项目；不含定向增加的检查，各镇街合并计算，未按抽样比加权',
    countsEn: 'Sampled orders passed ÷ inspected; without targeted checks, towns pooled, unweighted',
    interval: true,
  },
  {
    code: 'targeted_pass',
    zh: '定向检查合格率',
    en: 'Targeted pass rate',
    countsZh: '结论为“合格”的定向检查项目 ÷ 已检查的定向检查项目（因评价差增加，不计入抽样）',
    countsEn: 'Targeted orders passed ÷ inspected; added because of poor ratings, no part of the sample',
  },
  {
    code: 'effect_good',
    zh: '成效“好”占比',
    en: 'Effect good',
    countsZh: '成效评为“好”的项目 ÷ 已检查项目',
    countsEn: 'Orders whose effect was found good ÷ inspected',
  },
  {
    code: 'call_back',
    zh: '不满意实名回访率',
    en: 'Call-backs made',
    countsZh: '已接通回访的检查记录 ÷ 需要回访的检查记录',
    countsEn: 'Findings with the call made ÷ findings that called for one',
  },
  {
    code: 'claim_rate',
    zh: '认领率',
    en: 'Claim rate',
    countsZh: '有过认领的名单内项目 ÷ 名单内全部项目',
    countsEn: 'Orders of the frame ever claimed ÷ all orders of the frame',
  },
  {
    code: 'on_time_closing',
    zh: '按期办结率',
    en: 'On-time closing',
    countsZh:
      '到期前提交办结的认领（经检查复核认定办结不实的除外）÷ 本季度到期的认领；认领期限与项目完成期限不一致的，以先到者为准',
    countsEn:
      'Claims delivered by their due date, but for completions overturned after an inspection ÷ claims due in the quarter; due is the earlier of the claim’s term and the order’s due day',
  },
  {
    code: 'response',
    zh: '响应率',
    en: 'Response rate',
    countsZh: '按期首次答复的需求 ÷ 本季度应首次答复的需求',
    countsEn: 'Needs first answered in time ÷ needs due for an answer in the quarter',
  },
  {
    code: 'resolution',
    zh: '解决率',
    en: 'Resolution rate',
    countsZh:
      '需求方答复“解决”的办结（经检查复核认定办结不实的除外）÷ 本季度有答复或逾期未答复的办结；同一认领以需求方最后一次答复为准，仍在继续办理的不计；未答复不视为解决',
    countsEn:
      'Deliveries answered "solved", but for completions overturned after an inspection ÷ deliveries answered or left unanswered; of a claim the last answer counts, and none while it is worked on again; silence is never solved',
  },
  {
    code: 'satisfaction_member',
    zh: '满意率（党员评价）',
    en: 'Satisfaction, members',
    countsZh: '三要素平均为“一般”及以上的评价 ÷ 本季度有效评价；评价数少于规定最低数的，不计算比率',
    countsEn:
      'Ratings averaging in the top three of five grades ÷ ratings that stand; no share below the minimum number',
    interval: true,
  },
  {
    code: 'satisfaction_worker',
    zh: '满意率（群众评价）',
    en: 'Satisfaction, workers',
    countsZh: '同上，职工群众评价',
    countsEn: 'The same, by workers',
    interval: true,
  },
  {
    code: 'satisfaction_enterprise',
    zh: '满意率（企业评价）',
    en: 'Satisfaction, enterprises',
    countsZh: '同上，企业评价',
    countsEn: 'The same, by enterprises',
    interval: true,
  },
  {
    code: 'rectification_passed',
    zh: '整改通过率',
    en: 'Rectifications passed',
    countsZh: '复查通过的整改 ÷ 本季度下达的整改（撤销的除外）',
    countsEn: 'Rectifications passed on re-inspection ÷ issued in the quarter and not void',
  },
  {
    code: 'retirement_rate',
    zh: '退出率',
    en: 'Retirement rate',
    countsZh: '本季度生效退出的名单内项目 ÷ 名单内全部项目',
    countsEn: 'Orders of the frame retired in the quarter ÷ all orders of the frame',
  },
  {
    code: 'stale_share',
    zh: '久未核实占比',
    en: 'Stale share',
    countsZh: '超过规定天数未核实的在库项目 ÷ 名单内仍在库的项目',
    countsEn: 'Live orders of the frame unconfirmed for longer than set ÷ live orders of the frame',
  },
] as const satisfies readonly Definition[]
export type FigureCode = (typeof figureDefinitions)[number]['code']

/** The definitions as they stand at the foot of a bulletin. */
export const printedDefinitions = figureDefinitions.map(({ code, zh, en, countsZh, countsEn }) => ({
  code,
  zh: `${zh}：${countsZh}`,
  en: `${en}: ${countsEn}`,
}))

const withInterval: ReadonlySet<string> = new Set(
  figureDefinitions.flatMap((definition) => ('interval' in definition ? [definition.code] : [])),
)

/** A figure that is an estimate but has no interval: counted over too few to print a share. */
export const isOverTooFew = (figure: { code: string; denominator: number; low: number | null }): boolean =>
  withInterval.has(figure.code) && figure.denominator > 0 && figure.low === null
