import { format } from 'numfmt'
import type { Cell } from '../table.ts'
import type { CellStyle } from './cell-styles.ts'

interface Workbook {
  readonly date1904: boolean
}

/** A number as people see it: a day, or what its format makes of it (`10%`, `000123`, `138-0000-9001`). */
export function shownValue(value: number, style: CellStyle | undefined, { date1904 }: Workbook): Cell {
  if (style === undefined || style.format === null) return value
  const bare = style.date === null ? value : dateFromSerial(value, date1904)
  const shown = asShown(style.format, date1904 && style.date !== null ? value + 1462 : value)
  if (shown === null || shown === '' || shown === String(value)) return bare
  return { value: bare, shown, struck: '', ...(style.date === 'month' ? { month: true } : {}) }
}

/** Null for what is no format, or no number it can show. */
function asShown(pattern: string, value: number): string | null {
  try {
    const shown = format(pattern, value).trim()
    return /^#+$/.test(shown) ? null : shown
  } catch {
    return null
  }
}

/** Excel's day number as UTC midnight of that day; 1900 counts a 29 February that never was. */
export function dateFromSerial(serial: number, date1904: boolean): Date {
  const day = date1904 ? serial + 1462 : serial
  const sinceEpoch = day < 60 ? day - 25_568 : day - 25_569
  return new Date(Math.round(sinceEpoch * 86_400_000))
}
