import { z } from 'zod'
import { PersonId } from '../../platform/ids.ts'
import { text } from '../../platform/text.schema.ts'

const within = (most: number) => z.int().min(1).max(most)

/** By which the calendar opens the round of every quarter, as somebody of the county would by hand. */
export const RoundPlan = z.strictObject({
  seedHolderIds: z.tuple([PersonId, PersonId]),
  publicValueSource: text(4, 200),
  openOnWorkingDay: within(60).meta({ description: 'Of the quarter, counted from 1' }),
  publicValueAfterDays: within(60).meta({ description: 'Days after the opening on which the public value appears' }),
  dueAfterDays: within(92).meta({ description: 'Days after the opening by which the round should be closed' }),
})
export type RoundPlan = z.infer<typeof RoundPlan>
