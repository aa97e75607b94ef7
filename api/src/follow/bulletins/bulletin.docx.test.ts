import { aBulletin } from '@dj/shared/follow/bulletin/bulletin.sample.ts'
import { bulletinPaper } from '@dj/shared/follow/bulletin/paper/paper.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { beforeAll, expect, test } from 'vitest'
import { inflateEntry, zipDirectory } from '../../collect/reading/xlsx/zip.ts'
import { bulletinDocx } from './bulletin.docx.ts'

const parts: Record<string, string> = {}
beforeAll(async () => {
  const bytes = await bulletinDocx(bulletinPaper(aBulletin()))
  for (const entry of zipDirectory(bytes)) {
    const chunks: Uint8Array[] = []
    for await (const chunk of inflateEntry(bytes, entry)) chunks.push(chunk)
    parts[entry.name] = Buffer.concat(chunks).toString()
  }
})
const part = (name: string) => must(parts[name], name)
const attributes = (xml: string, element: string) =>
  Object.fromEntries(
    [...must(new RegExp(`<${element} ([^>]*)/>`).exec(xml)?.[1], element).matchAll(/w:(\w+)="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )
const mm = (twips: string | undefined) => Math.round((Number(twips) / 1440) * 25.4)
/** The paragraph with these words. */
const paragraph = (words: string) =>
  must(
    part('word/document.xml')
      .split('<w:p>')
      .find((text) => text.includes(words)),
    words,
  )

test('the page holds 22 lines of 28 characters between margins of 37, 35, 28 and 26 mm', () => {
  const xml = part('word/document.xml')
  const size = attributes(xml, 'w:pgSz')
  const margin = attributes(xml, 'w:pgMar')
  const grid = attributes(xml, 'w:docGrid')
  expect([mm(size['w']), mm(size['h'])]).toEqual([210, 297])
  expect(['top', 'bottom', 'left', 'right'].map((side) => mm(margin[side]))).toEqual([37, 35, 28, 26])
  expect(grid['type']).toBe('lines')
  const height = Number(size['h']) - Number(margin['top']) - Number(margin['bottom'])
  const width = (Number(size['w']) - Number(margin['left']) - Number(margin['right'])) / 20
  const character = 16 + Number(/<w:spacing w:val="(-\d+)"\/>/.exec(paragraph('按照需求项目'))?.[1]) / 20
  expect([Math.floor(height / Number(grid['linePitch'])), Math.floor(width / character)]).toEqual([22, 28])
})

test('the title is 22 pt 小标宋, the body 16 pt 仿宋, its headings 黑体, and other faces stand in', () => {
  expect(part('word/styles.xml')).toContain('<w:sz w:val="32"/>')
  const title = paragraph('跟单检查情况的通报')
  expect([title.includes('<w:sz w:val="44"/>'), title.includes('方正小标宋简体')]).toEqual([true, true])
  expect(title).toMatch(/需求项目<\/w:t><\/w:r><w:r>.*<w:br\/><w:t[^>]*>跟单检查/)
  expect(paragraph('按照需求项目')).toContain('w:eastAsia="仿宋"')
  expect(paragraph('二、检查结论')).toContain('w:eastAsia="黑体"')
  expect(part('word/fontTable.xml')).toMatch(/方正小标宋简体"><w:altName w:val="[^"]*华文中宋/)
})

test('pages are numbered in 14 pt outside, one character in, between dashes', () => {
  expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders')
  const footers = Object.entries(parts).filter(([name]) => /footer\d+\.xml$/.test(name))
  const sides = footers.map(([, xml]) => /<w:jc w:val="(\w+)"\/>/.exec(xml)?.[1])
  expect(sides.toSorted()).toEqual(['left', 'right'])
  for (const [, xml] of footers) {
    expect(xml).toContain('<w:sz w:val="28"/>')
    expect(xml).toMatch(/w:(left|right)="280"/)
    expect(xml).toContain('— ')
  }
})

test('number, annex and imprint stand in their places, and no row is cut by a page', () => {
  const xml = part('word/document.xml')
  const order = [
    '文件<',
    '乐组通〔2027〕1号',
    '关于乐清市',
    '各有关单位：',
    '附件：',
    '2027年1月5日<',
    '抄送：',
    '印发<',
  ]
  const places = order.map((words) => xml.indexOf(words))
  expect(places.every((place, i) => place > (places[i - 1] ?? 0))).toBe(true)
  expect(/<w:tblpPr [^>]*w:tblpYSpec="bottom".*抄送：/.test(xml)).toBe(true)
  expect(xml.match(/<w:cantSplit/g)?.length).toBe(xml.match(/<w:tr>/g)?.length)
})
