import { z } from 'zod'

// Asia/Shanghai has been +08:00 without summer time since the end of 1991, so a constant is exact and cannot depend on the machine.
const shanghaiOffset = 8 * 60 * 60 * 1000
const dayLength = 24 * 60 * 60 * 1000
const firstDay = '1992-01-01'
const lastDay = '2199-12-31'

/** A day in Asia/Shanghai, `2026-11-21`. Days before 1992 are refused: summer time still moved the clock then; later than 2199 is a slip. */
export const CivilDate = z.iso
  .date()
  .refine((day) => day >= firstDay, { params: { code: 'field.date_before_1992' } })
  .refine((day) => day <= lastDay, { params: { code: 'field.date_too_far' } })
  .brand<'CivilDate'>()
export type CivilDate = z.infer<typeof CivilDate>

/** A quarter of a year in Asia/Shanghai, `2026Q4`. */
export const Quarter = z
  .string()
  .regex(/^(199[2-9]|[2-9][0-9]{3})Q[1-4]$/, 'quarter')
  .brand<'Quarter'>()
export type Quarter = z.infer<typeof Quarter>

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const utcDay = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`)

const dayAt = (utc: number): CivilDate => {
  const date = new Date(utc)
  if (!(date.getUTCFullYear() >= 1992 && date.getUTCFullYear() <= 2199)) throw new RangeError('outside 1992 to 2199')
  return CivilDate.parse(date.toISOString().slice(0, 10))
}

/** The day in Asia/Shanghai. A `Date` floored from microseconds names the same day: every midnight is a whole millisecond. */
export function civilDateOf(at: Date): CivilDate {
  return dayAt(at.getTime() + shanghaiOffset)
}

/** Midnight in Asia/Shanghai at which the day begins. */
export function startOfCivilDay(date: CivilDate): Date {
  return new Date(utcDay(date) - shanghaiOffset)
}

/** The next midnight in Asia/Shanghai: the first instant that is no longer this day. */
export function endOfCivilDay(date: CivilDate): Date {
  return new Date(utcDay(date) + dayLength - shanghaiOffset)
}

export function addDays(date: CivilDate, days: number): CivilDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`not a whole number of days: ${days}`)
  return dayAt(utcDay(date) + days * dayLength)
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (utcDay(to) - utcDay(from)) / dayLength
}

const weekdays = [7, 1, 2, 3, 4, 5, 6] as const satisfies readonly Weekday[]

export function weekdayOf(date: CivilDate): Weekday {
  return weekdays[new Date(utcDay(date)).getUTCDay()] ?? 7
}

// Quarters as whole numbers since year 0, so that stepping and counting are additions.
const ordinal = (quarter: Quarter): number => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(5)) - 1
const quarterAt = (n: number): Quarter => Quarter.parse(`${Math.floor(n / 4)}Q${(n % 4) + 1}`)

export function quarterOfDay(date: CivilDate): Quarter {
  return quarterAt(Number(date.slice(0, 4)) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3))
}

/** The quarter in Asia/Shanghai, exact for instants floored from microseconds: boundaries are whole milliseconds. */
export function quarterOf(at: Date): Quarter {
  return quarterOfDay(civilDateOf(at))
}

/** The half-open interval of the quarter: `from` belongs to it, `until` to the next. */
export function quarterBounds(quarter: Quarter): { from: Date; until: Date } {
  return { from: startOfQuarter(ordinal(quarter)), until: startOfQuarter(ordinal(quarter) + 1) }
}

const startOfQuarter = (n: number): Date => new Date(Date.UTC(Math.floor(n / 4), (n % 4) * 3, 1) - shanghaiOffset)

export function nextQuarter(quarter: Quarter): Quarter {
  return quarterAt(ordinal(quarter) + 1)
}

export function previousQuarter(quarter: Quarter): Quarter {
  return quarterAt(ordinal(quarter) - 1)
}

/** Quarters from `from` to `to`, 1 for neighbours; negative when `to` is earlier. */
export function quartersBetween(from: Quarter, to: Quarter): number {
  return ordinal(to) - ordinal(from)
}
