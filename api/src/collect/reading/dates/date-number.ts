import { dayOf } from './civil-day.ts'
import type { DateHints, FoundDate } from './date-year.ts'
import { dateFromSerial } from '../xlsx/shown-value.ts'

/** A bare number in a date column: a serial, `20261009`, `202610`, or a date typed with a dot that Excel took for a number. */
export function dayFromNumber(value: number, hints: DateHints): FoundDate | undefined {
  if (value >= 30_000 && value < 80_000) return { ...dayOf(dateFromSerial(value, hints.date1904)), issues: [] }
  const digits = String(value)
  if (/^20\d{6}$/.test(digits)) return found(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6))
  if (/^20\d{4}$/.test(digits)) return found(digits.slice(0, 4), digits.slice(4))
  const [whole = '', decimals] = digits.split('.')
  if (decimals === undefined || decimals.length > 2) return undefined
  return /^20\d{2}$/.test(whole) ? monthAfterYear(whole, decimals, hints) : dayAfterMonth(whole, decimals)
}

const found = (year: string | undefined, month: string, day?: string): FoundDate => ({
  year: year === undefined ? undefined : Number(year),
  month: Number(month),
  day: day === undefined ? undefined : Number(day),
  issues: [],
})

/** As a number `2026.10` is stored as 2026.1; the title's quarter tells January from October. */
function monthAfterYear(year: string, decimals: string, hints: DateHints): FoundDate | undefined {
  if (decimals !== '1') return found(year, decimals)
  const [first, last] = hints.quarter?.months ?? [1, 12]
  const fits = [1, 10].filter((month) => month >= first && month <= last)
  return fits.length === 1 ? found(year, String(fits[0])) : undefined
}

/** As a number `10.10` is stored as 10.1, the same as the first: only the month is certain. */
function dayAfterMonth(month: string, decimals: string): FoundDate {
  const ambiguous = /^[123]$/.test(decimals)
  if (!ambiguous) return found(undefined, month, decimals)
  return { ...found(undefined, month), issues: ['import.date_ambiguous'] }
}
