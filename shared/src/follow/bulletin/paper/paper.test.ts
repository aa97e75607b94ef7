import { expect, test } from 'vitest'
import { aBulletin } from '../bulletin.sample.ts'
import { bulletinPaper } from './paper.ts'
import { changeOf, percent } from './shares.ts'

const line = (number: string) => ({ number, title: '夜校', owner: '第一党支部', reason: '随机抽查' })
const bulletin = aBulletin()
const { body } = bulletin

test('the paper carries what an official one does: whose, number, to whom, annex, signature, imprint', () => {
  expect(bulletinPaper(bulletin)).toMatchObject({
    ...{ mark: '中共乐清市委组织部文件', number: '乐组通〔2027〕1号', draft: null, addressees: '各有关单位：' },
    ...{ annexNote: '附件：指标口径与核验信息', date: '2027年1月5日', signers: body.leadBodies },
    imprint: {
      ...{ copies: '抄送：市委办公室，市人大常委会办公室。', printer: '中共乐清市委组织部办公室' },
      printed: '2027年1月5日印发',
    },
  })
})

test('each verdict is listed by name where all of them are known, and what came late once more', () => {
  const judged = [
    { ...line('C-2026-000002'), verdict: 'rectify' as const, late: true },
    { ...line('C-2026-000003'), verdict: 'pass' as const, late: false },
  ]
  const verdicts = { pass: 1, rectify: 1, propose_retirement: 0 }
  const headings = (wish: object) =>
    bulletinPaper({ ...bulletin, body: { ...body, ...wish } }).sections.map(({ heading }) => heading)
  expect(headings({ judged, verdicts, lateFindings: 1 }).slice(6)).toEqual([
    '七、检查责令整改的项目（1件）',
    '八、检查建议退出的项目',
    '九、检查合格的项目（1件）',
    '十、上季度结束后送达的检查意见（1件）',
  ])
  expect(headings({ judged: [], verdicts, lateFindings: 1 }).slice(6), 'an earlier bulletin').toEqual([
    '七、检查建议退出的项目',
  ])
})

test('no rate stands without what it is made of, and an unsigned paper says so, in either language', () => {
  const draft = { ...bulletin, state: 'draft' as const, publishedAt: null, signedBy: null }
  for (const language of ['zh', 'en'] as const) {
    const paper = bulletinPaper(draft, language)
    expect(paper.draft).not.toBeNull()
    for (const [, of] of paper.sections[0]?.table?.rows ?? []) expect(of).toMatch(/^\d+\/\d+$/)
    for (const { table } of paper.sections)
      for (const row of table?.rows ?? []) expect(row).toHaveLength(table?.columns.length ?? 0)
  }
})

test('shares of nothing do not exist, and a change too small to print is none', () => {
  expect([percent(0, 0), percent(1, 3)]).toEqual(['—', '33.3%'])
  const figure = { code: 'claim_rate', low: null, high: null, denominator: 10_000 }
  const before = { numerator: 5000, denominator: 10_000 }
  expect(changeOf({ ...figure, numerator: 5004, previous: before })?.way).toBe('same')
  expect(changeOf({ ...figure, numerator: 4900, previous: before })).toEqual({ way: 'down', points: '1.0' })
  expect(changeOf({ ...figure, numerator: 1, previous: null })).toBeUndefined()
})
