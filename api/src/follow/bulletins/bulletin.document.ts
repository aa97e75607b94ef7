import {
  BulletinBody,
  type BulletinView,
  type Figure,
  type JudgedLine,
} from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { isOverTooFew } from '@dj/shared/follow/bulletin/definitions.ts'
import { opening, verdictWords } from './sentences.ts'
import { dayWords, figureName, percent, quarterWords } from './words.ts'

export interface Column {
  title: string
  /** Share of the table's width, in percent. */
  width: number
  numeric?: true
}
export interface Section {
  heading: string
  paragraphs: readonly string[]
  table?: { columns: readonly Column[]; rows: readonly (readonly string[])[] }
}
/** What page and Word file both print. */
export interface BulletinDocument {
  organization: string
  issue: string
  date: string
  draft: boolean
  title: string
  addressees: string
  opening: readonly string[]
  sections: readonly Section[]
  signers: readonly string[]
  notes: readonly (readonly [name: string, text: string])[]
}

/** The 通报 as a county office lays it out. */
export function bulletinDocument(view: Sent<typeof BulletinView>, county: string): BulletinDocument {
  const { version, publishedAt, correction } = view
  const body = BulletinBody.parse(view.body)
  const date = publishedAt === null ? '未签发' : dayWords(new Date(publishedAt))
  return {
    organization: `${county}两新党建需求项目跟单通报`,
    issue: `${quarterWords(body.quarter)}${version > 1 ? `（第${version}版，更正）` : ''}`,
    date,
    draft: view.state === 'draft',
    title: body.title,
    addressees: '各镇（街道）两新党委，各有关单位：',
    opening: [...(correction === null ? [] : [`本通报为更正版，更正原因：${correction}`]), opening(body)],
    sections: numbered(sectionsOf(body)),
    signers: body.leadBodies,
    notes: [...notesOf(body), ...(view.signedBy === null ? [] : [['签发', view.signedBy] as const])],
  }
}

const numbered = (sections: readonly Section[]): Section[] =>
  sections.map((section, i) => ({ ...section, heading: `${'一二三四五六七八九'.charAt(i)}、${section.heading}` }))

function sectionsOf(body: BulletinBody): Section[] {
  return [
    figureSection(body.figures),
    { heading: '检查结论', paragraphs: verdictWords(body), table: townTable(body) },
    { heading: '抽样说明', paragraphs: [powerWords], table: powerTable(body) },
    listed('整改项目', body.rectified, '整改情况'),
    listed('退出项目', body.retired, '退出原因'),
    listed('免予检查项目', body.excused, '免查原因'),
    ...judgedSections(body),
  ]
}

/** Beside the quarter before where there is one to compare with. */
function figureSection(figures: readonly Figure[]): Section {
  const compares = figures.some(({ previous }) => previous !== null)
  const before = compares ? ['上季度', '增减'] : []
  const titles = ['分子/分母', '本季度', '95%置信区间', ...before]
  const width = compares ? 15 : 22
  const columns = titles.map((title): Column => ({ title, width, numeric: true }))
  return {
    heading: '主要指标',
    paragraphs: compares ? [] : ['上季度未发布通报，无可比数据。'],
    table: {
      columns: [{ title: '指标', width: 100 - width * titles.length }, ...columns],
      rows: figures.map((figure) => figureRow(figure, compares)),
    },
  }
}

function figureRow(figure: Figure, compares: boolean): string[] {
  const { code, numerator, denominator, low, high, previous } = figure
  const share = isOverTooFew(figure) ? '评价数不足' : percent(numerator, denominator)
  const interval = low === null || high === null ? '' : `${percent(low, 1)}～${percent(high, 1)}`
  const row = [figureName(code), `${numerator}/${denominator}`, share, interval]
  if (!compares) return row
  return [...row, previous ? percent(previous.numerator, previous.denominator) : '—', change(figure)]
}

/** In percentage points, beside the quarter before. */
function change(figure: Figure): string {
  const { numerator, denominator, previous } = figure
  if (isOverTooFew(figure) || !previous || previous.denominator === 0 || denominator === 0) return '—'
  const points = 100 * (numerator / denominator - previous.numerator / previous.denominator)
  if (Math.abs(points) < 0.05) return '持平'
  return `${points > 0 ? '升' : '降'}${Math.abs(points).toFixed(1)}个百分点`
}

const townTable = ({ towns }: BulletinBody) => ({
  columns: [
    { title: '镇（街道）', width: 30 },
    ...['检查项目', '合格', '整改', '建议退出', '合格率'].map((title): Column => ({ title, width: 14, numeric: true })),
  ],
  rows: towns.map(({ town, checked, passed, rectify, retire }) => [
    ...[town, `${checked}`, `${passed}`, `${rectify}`, `${retire}`, percent(passed, checked)],
  ]),
})

const powerWords =
  '各镇（街道）C类项目按公开承诺、可复核的程序随机抽取。下表“发现概率”指：若该镇（街道）每十件中有一件不合格，抽样至少查到一件的概率。置信区间按威尔逊法计算，未作有限总体校正，抽样占比较高时偏于保守。'
const powerTable = ({ power }: BulletinBody) => ({
  columns: [
    { title: '镇（街道）', width: 40 },
    ...['C类项目', '抽中', '发现概率'].map((title): Column => ({ title, width: 20, numeric: true })),
  ],
  rows: power.map(({ town, total, drawn, chance }) => [
    ...[town === '—' ? '不属镇街' : town, `${total}`, `${drawn}`, percent(chance, 1)],
  ]),
})

/** By name what the verdicts count; bulletins from before name none. */
function judgedSections({ judged, verdicts }: BulletinBody): Section[] {
  if (judged.length !== verdicts.rectify + verdicts.propose_retirement) return []
  const of = (verdict: JudgedLine['verdict']) => judged.filter((line) => line.verdict === verdict)
  return [
    listed('检查责令整改的项目', of('rectify'), '办理情况'),
    listed('检查建议退出的项目', of('propose_retirement'), '办理情况'),
  ]
}

function listed(heading: string, lines: BulletinBody['rectified'], reason: string): Section {
  if (lines.length === 0) return { heading, paragraphs: ['本季度无。'] }
  const columns = [
    { title: '编号', width: 17 },
    { title: '项目', width: 31 },
    { title: '责任单位', width: 22 },
    { title: reason, width: 30 },
  ]
  const rows = lines.map((line) => [line.number ?? '—', line.title, line.owner, line.reason])
  return { heading: `${heading}（${lines.length}件）`, paragraphs: [], table: { columns, rows } }
}

function notesOf(body: BulletinBody): [string, string][] {
  const { settingsVersion, checklistVersions, frameHash, chainHead, definitions } = body
  const checklists =
    checklistVersions.length === 0 ? '—' : checklistVersions.map((version) => `第${version}版`).join('、')
  return [
    ...definitions.map(({ zh }): [string, string] => {
      const [name = '', ...rest] = zh.split('：')
      return [name, rest.join('：')]
    }),
    ['适用版本', `指标口径第${body.definitionsVersion ?? 1}版；参数设置第${settingsVersion}版；检查清单${checklists}`],
    ['名单摘要', frameHash],
    ['事件链', `第${chainHead.seq}号 ${chainHead.hash}`],
  ]
}
