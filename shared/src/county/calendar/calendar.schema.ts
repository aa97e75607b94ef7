import { z } from 'zod'
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
