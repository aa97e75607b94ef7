import type { BulletinBody, Figure } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import type { FigureCode } from '@dj/shared/follow/bulletin/definitions.ts'
import { percent, quarterWords } from './words.ts'

const figure = (
  { figures }: BulletinBody,
  code: FigureCode,
): Pick<Figure, 'numerator' | 'denominator' | 'low' | 'high'> =>
  figures.find((each) => each.code === code) ?? { numerator: 0, denominator: 0, low: null, high: null }

/** Why, what and how much, in the two sentences with which a 通报 begins. */
export function opening(body: BulletinBody): string {
  const census = figure(body, 'census_completion')
  const sample = figure(body, 'sample_completion')
  const excused = body.excused.length === 0 ? '' : `（其中经两人批准免予检查${body.excused.length}件）`
  return [
    `按照需求项目“一季一跟单”的要求，${body.leadBodies.join('、')}对${quarterWords(body.quarter)}需求项目开展了跟单检查。`,
    `A、B类项目应查${census.denominator}件，完成${census.numerator}件${excused}，完成率${percent(census.numerator, census.denominator)}；`,
    `C类项目随机抽取${sample.denominator}件，检查${sample.numerator}件。现将有关情况通报如下。`,
  ].join('')
}

export function verdictWords(body: BulletinBody): string[] {
  const { pass, rectify, propose_retirement: retire } = body.verdicts
  const total = pass + rectify + retire
  const sample = figure(body, 'sample_pass')
  const late =
    body.lateFindings === 0 ? '' : `其中${body.lateFindings}件为上季度跟单结束后送达、按规定计入本季度的检查意见。`
  const found = `共检查项目${total}件：合格${pass}件，责令整改${rectify}件，建议退出${retire}件，合格率${percent(pass, total)}。${late}`
  if (sample.low === null || sample.high === null) return [found]
  const interval = `${percent(sample.low, 1)}至${percent(sample.high, 1)}`
  return [
    found,
    `其中C类抽查合格率${percent(sample.numerator, sample.denominator)}（${sample.numerator}/${sample.denominator}），据此推断全部C类项目合格率的95%置信区间为${interval}。`,
  ]
}
