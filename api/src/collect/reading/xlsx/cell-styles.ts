import { limits } from '../limits.ts'
import { attribute, isStruck, openTags } from './xml-pieces.ts'

/** How the cells of one entry in `cellXfs` are shown. */
export interface CellStyle {
  /** Number format; null: as the value is. */
  readonly format: string | null
  /** What a serial under this format is: a day, a month of which the first day is stored, or no date at all. */
  readonly date: 'day' | 'month' | null
  readonly struck: boolean
}

// As Excel shows the built-in formats of a Chinese installation; most of them stand in no file.
const builtIn: Readonly<Record<number, string>> = {
  ...{ 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 37: '#,##0', 38: '#,##0' },
  ...{ 39: '#,##0.00', 40: '#,##0.00', 14: 'yyyy/m/d', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 22: 'yyyy/m/d h:mm' },
  ...{ 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: 'm/d/yy', 31: 'yyyy"年"m"月"d"日"' },
  ...{ 36: 'yyyy"年"m"月"', 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"' },
  ...{ 54: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"' },
}

/** The styles of a workbook's cells, by the index that a cell names. */
export function cellStyles(stylesXml: string): readonly CellStyle[] {
  const custom = new Map<number, string>()
  for (const [, attributes] of stylesXml.matchAll(openTags('numFmt'))) {
    custom.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
  }
  const struck = struckFonts(section(stylesXml, 'fonts'))
  return [...section(stylesXml, 'cellXfs').matchAll(openTags('xf'))].map(([, attributes]) => {
    const id = Number(attribute(attributes, 'numFmtId') ?? 0)
    const format = custom.get(id) ?? builtIn[id] ?? ''
    const known = format === '' || format.length > limits.cellLength ? null : format
    return { format: known, date: known === null ? null : dateIn(known), struck: struck[fontOf(attributes)] ?? false }
  })
}

const fontOf = (attributes: string | undefined) => Number(attribute(attributes, 'fontId') ?? -1)

const struckFonts = (xml: string): boolean[] =>
  xml
    .split(/<(?:[\w.-]+:)?font(?=[\s/>])/)
    .slice(1)
    .map(isStruck)

function section(xml: string, name: string): string {
  const start = xml.search(new RegExp(`<(?:[\\w.-]+:)?${name}[\\s>]`))
  if (start < 0) return ''
  const length = xml.slice(start).search(new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`))
  return length < 0 ? '' : xml.slice(start, start + length)
}

function dateIn(format: string): CellStyle['date'] {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  if (!/[yd]/i.test(bare) && (!/m/i.test(bare) || /[hs0#?]/i.test(bare))) return null
  return /m/i.test(bare) && !/[dhs]/i.test(bare) ? 'month' : 'day'
}
