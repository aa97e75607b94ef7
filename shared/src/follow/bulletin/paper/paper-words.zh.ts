interface Verdicts {
  readonly total: number
  readonly pass: number
  readonly rectify: number
  readonly retire: number
  readonly share: string
}
interface Census {
  readonly done: number
  readonly total: number
  readonly excused: number
  readonly share: string
}
interface Sampled {
  readonly share: string
  readonly of: string
  readonly from: string
  readonly to: string
}

const excusedWords = (excused: number) => (excused === 0 ? '' : `（其中经两人批准免予检查${excused}件）`)

/** What the paper says, as a county office writes it. */
export const zh = {
  mark: (leading: string) => `${leading}文件`,
  unsigned: '未签发',
  draft: '草稿，签发前仅供内部核对',
  day: (day: string) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日'),
  quarter: (quarter: string) => `${quarter.slice(0, 4)}年第${'一二三四'.charAt(Number(quarter.slice(5)) - 1)}季度`,
  everybody: '各有关单位',
  addressees: (who: string) => `${who}：`,
  corrected: (reason: string) => `本通报为更正版，更正原因：${reason}`,
  between: '',
  to: '～',
  nth: (i: number) => `${'一二三四五六七八九十'.charAt(i)}、`,
  counted: (heading: string, n: number) => `${heading}（${n}件）`,
  none: '本季度无。',
  town: '镇（街道）',
  opening: (lead: readonly string[], quarter: string) =>
    `按照需求项目“一季一跟单”的要求，${lead.join('、')}对${quarter}需求项目开展了跟单检查。`,
  census: ({ done, total, excused, share }: Census) =>
    `A、B类项目应查${total}件，完成${done}件${excusedWords(excused)}，完成率${share}；`,
  sample: (drawn: number, seen: number) => `C类项目随机抽取${drawn}件，检查${seen}件。现将有关情况通报如下。`,
  figures: {
    heading: '主要指标',
    alone: '上季度未发布通报，无可比数据。',
    name: '指标',
    titles: ['分子/分母', '本季度', '95%置信区间'],
    before: ['上季度', '增减'],
    tooFew: '评价数不足',
  },
  change: (way: 'up' | 'down' | 'same', points: string) =>
    way === 'same' ? '持平' : `${way === 'up' ? '升' : '降'}${points}个百分点`,
  verdicts: {
    heading: '检查结论',
    titles: ['检查项目', '合格', '整改', '建议退出', '合格率'],
    found: ({ total, pass, rectify, retire, share }: Verdicts) =>
      `共检查项目${total}件：合格${pass}件，责令整改${rectify}件，建议退出${retire}件，合格率${share}。`,
    late: (n: number) => `其中${n}件为上季度跟单结束后送达、按规定计入本季度的检查意见。`,
    sample: ({ share, of, from, to }: Sampled) =>
      `其中C类抽查合格率${share}（${of}），据此推断全部C类项目合格率的95%置信区间为${from}至${to}。`,
  },
  power: {
    heading: '抽样说明',
    explained:
      '各镇（街道）C类项目按公开承诺、可复核的程序随机抽取。下表“发现概率”指：若该镇（街道）每十件中有一件不合格，抽样至少查到一件的概率。置信区间按威尔逊法计算，未作有限总体校正，抽样占比较高时偏于保守。',
    titles: ['C类项目', '抽中', '发现概率'],
    noTown: '不属镇街',
  },
  line: { number: '编号', order: '项目', owner: '责任单位' },
  rectified: { heading: '整改项目', reason: '整改情况' },
  retired: { heading: '退出项目', reason: '退出原因' },
  excused: { heading: '免予检查项目', reason: '免查原因' },
  toRectify: { heading: '检查责令整改的项目', reason: '办理情况' },
  toRetire: { heading: '检查建议退出的项目', reason: '办理情况' },
  passed: { heading: '检查合格的项目', reason: '检查方式' },
  late: { heading: '上季度结束后送达的检查意见', reason: '办理情况' },
  annex: '附件',
  annexTitle: '指标口径与核验信息',
  annexNote: '附件：指标口径与核验信息',
  notes: {
    versions: {
      name: '适用版本',
      said: (definitions: number, settings: number, checklists: readonly number[]) =>
        `指标口径第${definitions}版；参数设置第${settings}版；检查清单${
          checklists.length === 0 ? '—' : checklists.map((version) => `第${version}版`).join('、')
        }`,
    },
    frame: '名单摘要',
    chain: { name: '事件链', said: (seq: number, hash: string) => `第${seq}号 ${hash}` },
  },
  signedBy: '签发',
  copies: (to: readonly string[]) => `抄送：${to.join('，')}。`,
  printed: (day: string) => `${day}印发`,
}
export type PaperWords = typeof zh
