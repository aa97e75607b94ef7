import { type CalendarReading, Reading, Unreadable } from '../calendar-reading.ts'
import type { DayRule } from '../calendar.schema.ts'
import { clausesOf } from './notice-clauses.ts'
import { sentencesOf, shown } from './notice-sentences.ts'

const head = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d+[、.])?([\p{Script=Han}、]{2,20}):/u
const names =
  /^(?:元旦|清明|端午|中秋|\p{Script=Han}{1,10}(?:节|日))(?:[、和](?:清明|端午|中秋|\p{Script=Han}{1,10}(?:节|日)))*$/u
const title = /^国务院办公厅关于(\d{4})年.*通知$/
const bareDate = /^(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:\([^()]*\))?$/
const ofDays = /\d日|月\d+号|[一二三四五六七八九十]日|\d月.*(?:放假|休)|上班/
// "Revised in November 2024" names no day.
const undated = /\d{4}年(?:\d{1,2}月(?!\d))?/g

interface Progress {
  year: number
  holiday: string | null
  /** Holidays that had their sentence: a second one belongs to another notice. */
  seen: Set<string>
}

/** The days that the State Council's notice for `year` arranges (国务院办公厅关于…年部分节假日安排的通知), sentence by sentence. */
export function readNotice(words: string, year: number): CalendarReading {
  const reading = new Reading()
  const progress: Progress = { year, holiday: null, seen: new Set() }
  for (const { line, text } of sentencesOf(words))
    reading.take({ line, text: shown(text) }, () => sentence(text, progress))
  return reading.result()
}

function sentence(text: string, progress: Progress): DayRule[] | null {
  const ofYear = title.exec(text)?.[1]
  if (ofYear !== undefined && Number(ofYear) !== progress.year) throw new Unreadable('calendar.read_other_year', ofYear)
  const name = head.exec(text)?.[1]
  const isHoliday = name !== undefined && names.test(name)
  if (isHoliday) begin(name, progress)
  const rest = isHoliday ? text.slice(text.indexOf(':') + 1) : text
  if (!isHoliday && (rest.startsWith('鼓励') || bareDate.test(rest) || !ofDays.test(rest.replaceAll(undated, ''))))
    return null
  if (progress.holiday === null) throw new Unreadable('calendar.read_no_holiday', shown(text))
  return daysOf(rest, progress, progress.holiday)
}

function begin(name: string, progress: Progress): void {
  for (const each of name.split(/[、和]/)) {
    if (progress.seen.has(each)) throw new Unreadable('calendar.read_holiday_twice', each)
    progress.seen.add(each)
  }
  progress.holiday = name
}

function daysOf(text: string, progress: Progress, holiday: string): DayRule[] {
  const { off, work } = clausesOf(text, { year: progress.year, previous: null, turnOfYear: holiday === '元旦' })
  if (off.length + work.length === 0) throw new Unreadable('calendar.read_unread', shown(text))
  return [
    ...off.map((day) => ({ day, isWorking: false, note: holiday })),
    ...work.map((day) => ({ day, isWorking: true, note: `${holiday}调休上班` })),
  ]
}

/** The seven holidays every yearly notice arranges. */
export const yearlyHolidays = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆节'] as const
