import { lastDayOf } from '@dj/shared/platform/time/deadline.ts'
import { endOfCivilDay } from '@dj/shared/platform/time/quarter.ts'

const zone = 'Asia/Shanghai'
const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: zone,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const english = {
  date: new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }),
  time: new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
}

/** An instant (RFC 3339) or a civil date (2026-11-20), which is that day in China wherever the reader is. */
export const toDate = (value: string) => new Date(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00:00+08:00` : value)

/** 2026年11月20日 (周五) · Fri, 20 Nov 2026 */
export function formatDate(value: string, language: string): string {
  const at = toDate(value)
  if (language === 'en') return english.date.format(at)
  const part = partsOf(at)
  return `${part.year}年${part.month}月${part.day}日 (${part.weekday})`
}

/** 2026年11月20日 (周五) 14:05 */
export function formatDateTime(value: string, language: string): string {
  const at = toDate(value)
  if (language === 'en') return `${english.date.format(at)}, ${english.time.format(at)}`
  const part = partsOf(at)
  return `${formatDate(value, language)} ${part.hour}:${part.minute}`
}

/** A deadline is exclusive: one at midnight is told by the last day that still counts, any other by its minute. */
export function formatDeadline(value: string, language: string): string {
  const last = lastDayOf(toDate(value))
  return endOfCivilDay(last).getTime() === toDate(value).getTime()
    ? formatDate(last, language)
    : formatDateTime(value, language)
}

/** 2026年11月20日 14:05 · 20 Nov 2026, 14:05 */
export function formatMoment(value: string, language: string): string {
  const words = formatDateTime(value, language)
  return language === 'en' ? words.replace(/^\w+, /, '') : words.replace(/ \(.+?\)/, '')
}

function partsOf(at: Date) {
  const found = new Map(parts.formatToParts(at).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? ''
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    weekday: part('weekday'),
    hour: part('hour'),
    minute: part('minute'),
  }
}

export type Distance =
  | { readonly unit: 'now' }
  | {
      readonly unit: 'minutes' | 'hours' | 'days' | 'months' | 'inMinutes' | 'inHours' | 'inDays'
      readonly count: number
    }

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How far an instant lies from `now`, in the coarsest unit that is still true. */
export function distance(value: string, now: Date): Distance {
  const gap = now.getTime() - toDate(value).getTime()
  const size = Math.abs(gap)
  if (size < minute) return { unit: 'now' }
  if (size < hour) return { unit: gap > 0 ? 'minutes' : 'inMinutes', count: Math.floor(size / minute) }
  if (size < day) return { unit: gap > 0 ? 'hours' : 'inHours', count: Math.floor(size / hour) }
  if (gap < 0 || size < 60 * day) return { unit: gap > 0 ? 'days' : 'inDays', count: Math.floor(size / day) }
  return { unit: 'months', count: Math.floor(size / (30 * day)) }
}
