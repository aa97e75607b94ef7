import { z } from 'zod'
import { Instant, text, wholeNumber } from '../../platform/text.schema.ts'
import { CivilDate } from '../../platform/time/quarter.ts'

/** Where a change of the calendar came from: the data that comes with the software, the official notice, a list, or single days put right. */
export const CalendarSource = z.enum(['published', 'notice', 'list', 'correction'])
export type CalendarSource = z.infer<typeof CalendarSource>

/** A day of the calendar: does it count, and the holiday that decides it. */
export const DayRule = z.object({ day: CivilDate, isWorking: z.boolean(), note: z.string().nullable() })
export type DayRule = z.infer<typeof DayRule>

/** What a change made of a day, and what it was before; null where the year was not there. */
export const ChangedDay = DayRule.extend({ before: DayRule.omit({ day: true }).nullable() })
export type ChangedDay = z.infer<typeof ChangedDay>

/** What has a deadline in working days. */
export const DeadlineKind = z.enum(['need', 'claim', 'rectification', 'retirement', 'appeal'])
export type DeadlineKind = z.infer<typeof DeadlineKind>

const DayNote = text(1, 40)
/** A year whose calendar can be asked for or changed. */
export const CalendarYear = wholeNumber(2000, 2100)

/** What is to be changed: the words of the official notice, a list, or single days put right. */
export const CalendarProposal = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('notice'), words: text(4, 20_000) }),
  z.strictObject({ source: z.literal('list'), words: text(4, 40_000) }),
  z.strictObject({
    source: z.literal('correction'),
    days: z
      .array(z.strictObject({ day: CivilDate, isWorking: z.boolean(), note: DayNote.nullable() }))
      .min(1)
      .max(31),
  }),
])
export type CalendarProposal = z.infer<typeof CalendarProposal>

/** One change of the calendar; of a year that was brought in whole, the days that do not follow the weekday. */
export const CalendarChangeView = z.object({
  version: z.int(),
  year: z.int(),
  source: CalendarSource,
  words: z.string().nullable(),
  reason: z.string().nullable(),
  days: z.array(ChangedDay),
  changedBy: z.string().nullable().meta({ description: 'Null: the data that come with the software' }),
  changedAt: Instant,
})
export type CalendarChangeView = z.infer<typeof CalendarChangeView>

export const CalendarView = z.object({
  year: z.int(),
  version: z.int().meta({ description: 'Of the whole calendar: 0 as the county began' }),
  missing: z.boolean(),
  days: z.array(DayRule).meta({ description: 'Every day of the year; none while it is missing' }),
  changes: z.array(CalendarChangeView).meta({ description: 'That touched this year, newest first' }),
})
export type CalendarView = z.infer<typeof CalendarView>

export const CalendarQuery = z.strictObject({ year: CalendarYear.optional() })
