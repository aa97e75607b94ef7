import { z } from 'zod'
import {
  CalendarProposal,
  CalendarYear,
  ChangedDay,
  DayRule,
  DeadlineKind,
} from '../../county/calendar/calendar.schema.ts'
import { Instant, text } from '../../platform/text.schema.ts'

/** What a change does to a deadline: sets one that waited, moves it later, or leaves it at the day that was promised. */
export const DeadlineFate = z.enum(['set', 'moved', 'kept'])
export type DeadlineFate = z.infer<typeof DeadlineFate>

export const DeadlineMove = z.object({
  kind: DeadlineKind,
  fate: DeadlineFate,
  id: z.uuid(),
  orderId: z.uuid().nullable(),
  title: z.string().meta({ description: 'Of the order or the need' }),
  before: Instant.nullable().meta({ description: 'The end so far, exclusive; null while it waits for the calendar' }),
  after: Instant.meta({ description: 'The end by the changed calendar; one that is kept stays at `before`' }),
})
export type DeadlineMove = z.infer<typeof DeadlineMove>

export const PreviewCalendar = z.strictObject({ year: CalendarYear, proposal: CalendarProposal })
export type PreviewCalendar = z.infer<typeof PreviewCalendar>

export const ChangeCalendar = PreviewCalendar.extend({
  reason: text(2, 500).nullable().meta({ description: 'Needed where a day changes that the county had already' }),
  version: z.int().min(0).meta({ description: 'Of the calendar that was seen' }),
})
export type ChangeCalendar = z.infer<typeof ChangeCalendar>

const FateCounts = z.object({ set: z.int(), moved: z.int(), kept: z.int() })

/** What a change would do, or has done. */
export const CalendarEffect = z.object({
  year: z.int(),
  version: z.int().meta({ description: 'Of the calendar it was counted on; after a change, its own' }),
  bringsYear: z.boolean(),
  days: z
    .array(ChangedDay)
    .meta({ description: 'Days that change; of a new year, those that do not follow the weekday' }),
  leftOut: z.array(DayRule).meta({ description: 'Days of a neighbouring year that has no calendar yet' }),
  counts: FateCounts,
  deadlines: z.array(DeadlineMove).meta({ description: 'At most 200 of them' }),
})
export type CalendarEffect = z.infer<typeof CalendarEffect>
