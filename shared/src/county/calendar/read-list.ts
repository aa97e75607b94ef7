import { CivilDate } from '../../platform/time/quarter.ts'
import { type CalendarReading, Reading, Unreadable } from './calendar-reading.ts'
import type { DayRule } from './calendar.schema.ts'

const working = /^(?:上班|调休上班|补班|工作日?|班|working|workday)$/i
const free = /^(?:休息?|放假|节假日|假日?|公休|off|holiday)$/i
const yes = /^(?:是|1|true|yes|y)$/i
const no = /^(?:否|0|false|no|n)$/i

interface Columns {
  day: number
  rule: number
  name: number
  /** What "yes" means in the second column; null where its heading asks both ways. */
  yesIsWorking: boolean | null
}

/** The days of a list (.csv or copied cells) with the columns 日期, 上班/休息 and 名称, row by row; they lie in `year`. */
export function readList(words: string, year: number): CalendarReading {
  const reading = new Reading()
  const lines = words.replace(/^\ufeff/, '').split(/\r\n?|\n/)
  const delimiter = ['\t', ';', ','].find((mark) => lines[0]?.normalize('NFKC').includes(mark)) ?? ','
  let columns: Columns | undefined
  for (const [n, raw] of lines.entries()) {
    const line = raw.normalize('NFKC').trim()
    if (line.replaceAll(delimiter, '').trim() === '') continue
    reading.take({ line: n + 1, text: raw.trim() }, () => {
      const cells = cellsOf(line, delimiter)
      if (columns !== undefined) return [ruleOf(cells, columns, year)]
      columns = columnsOf(cells)
      return null
    })
    if (columns === undefined) break
  }
  return reading.result()
}

function cellsOf(line: string, delimiter: string): string[] {
  const cells = line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
  if (cells.some((cell) => cell.includes('"'))) throw new Unreadable('calendar.read_row', '"')
  return cells
}

function columnsOf(cells: readonly string[]): Columns {
  const find = (pattern: RegExp) => cells.findIndex((cell) => pattern.test(cell))
  const day = find(/日期|^date$|^day$/i)
  const rule = find(/上班|工作|休息|放假|isworking|working|holiday/i)
  if (day < 0 || rule < 0 || day === rule) throw new Unreadable('calendar.read_columns', cells.join('、'))
  const heading = cells[rule] ?? ''
  const [asksWorking, asksFree] = [/上班|工作|working/i.test(heading), /休|放假|holiday/i.test(heading)]
  return {
    day,
    rule,
    name: find(/名称|节日|说明|备注|^name$|^note$/i),
    yesIsWorking: asksWorking !== asksFree ? asksWorking : null,
  }
}

function ruleOf(cells: readonly string[], { day, rule, name, yesIsWorking }: Columns, year: number): DayRule {
  const date = dayOf(cells[day] ?? '', year)
  const note = name < 0 ? '' : (cells[name] ?? '').slice(0, 40)
  return { day: date, isWorking: isWorking(cells[rule] ?? '', yesIsWorking), note: note === '' ? null : note }
}

function dayOf(cell: string, year: number): CivilDate {
  const found = /^(\d{4})(?:[-/.年]?)(\d{1,2})(?:[-/.月]?)(\d{1,2})日?(?: 0?0:00(?::00)?)?$/.exec(cell)
  const [, y = '', m = '', d = ''] = found ?? []
  const parsed = CivilDate.safeParse(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`)
  if (!parsed.success) throw new Unreadable('calendar.read_no_day', cell)
  if (Number(y) !== year) throw new Unreadable('calendar.read_other_year', cell)
  return parsed.data
}

function isWorking(cell: string, yesIsWorking: boolean | null): boolean {
  if (working.test(cell)) return true
  if (free.test(cell)) return false
  if (yesIsWorking !== null && yes.test(cell)) return yesIsWorking
  if (yesIsWorking !== null && no.test(cell)) return !yesIsWorking
  throw new Unreadable('calendar.read_row', cell)
}
