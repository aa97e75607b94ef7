import type { BulletinBody } from '../bulletin.schema.ts'
import type { PaperWords } from './paper-words.ts'
import { figureOf, percent } from './shares.ts'

/** Why, what and how much, in the sentences with which a 通报 begins. */
export function opening(body: BulletinBody, words: PaperWords): string {
  const census = figureOf(body, 'census_completion')
  const sample = figureOf(body, 'sample_completion')
  const { numerator: done, denominator: total } = census
  return [
    words.opening(body.leadBodies, words.quarter(body.quarter)),
    words.census({ done, total, excused: body.excused.length, share: percent(done, total) }),
    words.sample(sample.denominator, sample.numerator),
  ].join(words.between)
}

/** How the verdicts fell, and what the sample lets one conclude. */
export function verdictWords(body: BulletinBody, words: PaperWords): string[] {
  const { pass, rectify, propose_retirement: retire } = body.verdicts
  const total = pass + rectify + retire
  const { numerator, denominator, low, high } = figureOf(body, 'sample_pass')
  const late = body.lateFindings === 0 ? [] : [words.verdicts.late(body.lateFindings)]
  const found = words.verdicts.found({ total, pass, rectify, retire, share: percent(pass, total) })
  const said = [[found, ...late].join(words.between)]
  if (low === null || high === null) return said
  const [from, to, share] = [percent(low, 1), percent(high, 1), percent(numerator, denominator)]
  return [...said, words.verdicts.sample({ share, of: `${numerator}/${denominator}`, from, to })]
}
