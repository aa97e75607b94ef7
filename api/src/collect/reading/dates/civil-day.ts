/** A day of the calendar, without clock or zone. */
export interface CivilDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function isRealDay({ year, month, day }: CivilDay): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 2000 && year <= 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const pad = (value: number) => String(value).padStart(2, '0')

export const isoOf = ({ year, month, day }: CivilDay): string => `${year}-${pad(month)}-${pad(day)}`

export const dayOf = (date: Date): CivilDay => ({
  year: date.getUTCFullYear(),
  month: date.getUTCMonth() + 1,
  day: date.getUTCDate(),
})

/** Whole days from `a` to `b`, both `YYYY-MM-DD`. */
export const daysBetween = (a: string, b: string): number => Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000)
