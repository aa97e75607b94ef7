import { limits } from '../limits.ts'
import { attribute, openTags } from '../xlsx/xml-pieces.ts'

/** Built-in number formats that show a date; 27–36 and 50–58 are the Chinese, Japanese and Korean ones. */
const builtIn = (id: number) => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** Indexes into `cellXfs` whose number format shows a date: a serial there is a day, elsewhere it is a number. */
export function dateStyles(stylesXml: string): ReadonlySet<number> {
  const custom = new Map<number, boolean>()
  for (const [, attributes] of stylesXml.matchAll(openTags('numFmt'))) {
    custom.set(Number(attribute(attributes, 'numFmtId')), showsDate(attribute(attributes, 'formatCode') ?? ''))
  }
  const found = new Set<number>()
  const section = cellFormats(stylesXml)
  let index = 0
  for (const [, attributes] of section.matchAll(openTags('xf'))) {
    const id = Number(attribute(attributes, 'numFmtId') ?? 0)
    if (custom.get(id) ?? builtIn(id)) found.add(index)
    index++
  }
  return found
}

function cellFormats(xml: string): string {
  const start = xml.search(/<(?:[\w.-]+:)?cellXfs[\s>]/)
  if (start < 0) return ''
  const length = xml.slice(start).search(/<\/(?:[\w.-]+:)?cellXfs\s*>/)
  return length < 0 ? '' : xml.slice(start, start + length)
}

function showsDate(format: string): boolean {
  if (format.length > limits.cellLength) return false
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  return /[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs0#?]/i.test(bare))
}
