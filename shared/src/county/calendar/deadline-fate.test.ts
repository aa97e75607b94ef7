import { describe, expect, test } from 'vitest'
import { addDays, CivilDate, weekdayOf } from '../../platform/time/quarter.ts'
import { fateOf } from './deadline-fate.ts'

const day = (text: string) => CivilDate.parse(text)
const end = (text: string) => new Date(`${text}T16:00:00Z`)
const weekdays = new Map(
  Array.from({ length: 60 }, (_, n) => addDays(day('2026-11-01'), n)).map((each) => [
    String(each),
    weekdayOf(each) <= 5,
  ]),
)
const but = (changes: Record<string, boolean>) => new Map([...weekdays, ...Object.entries(changes)])
const now = end('2026-11-18')
// Friday the 20th, two working days: Tuesday the 24th.
const term = { day: day('2026-11-20'), days: 2, until: end('2026-11-24') }

describe('a deadline, when the calendar changes', () => {
  test('that waited is set', () => {
    expect(fateOf({ ...term, until: null }, new Map(), weekdays, now)).toEqual({ fate: 'set', end: term.until })
  })

  test('that waited goes on waiting where the calendar still does not reach', () => {
    expect(fateOf({ ...term, until: null }, new Map(), new Map(), now)).toBeUndefined()
  })

  test('moves later with a day that is free now', () => {
    const after = but({ '2026-11-23': false })
    expect(fateOf(term, weekdays, after, now)).toEqual({ fate: 'moved', end: end('2026-11-25') })
  })

  test('is not taken back by a day that is worked now', () => {
    const after = but({ '2026-11-21': true })
    expect(fateOf(term, weekdays, after, now)).toEqual({ fate: 'kept', end: end('2026-11-23') })
  })

  test('that is over stays where it was, unless there is time again', () => {
    const after = but({ '2026-11-23': false })
    expect(fateOf(term, weekdays, after, end('2026-11-25'))).toEqual({ fate: 'kept', end: end('2026-11-25') })
    expect(fateOf(term, weekdays, after, end('2026-11-24'))).toEqual({ fate: 'moved', end: end('2026-11-25') })
  })

  test('is untouched by a day outside it, also one that was kept before', () => {
    const after = but({ '2026-12-01': false })
    expect(fateOf(term, weekdays, after, now)).toBeUndefined()
    expect(fateOf({ ...term, until: end('2026-11-26') }, weekdays, after, now)).toBeUndefined()
  })
})
