import { z } from 'zod'
import { Notation } from './notation.rules.ts'
import { PersonId } from '../../platform/ids.ts'
import { text } from '../../platform/text.schema.ts'

const within = (most: number) => z.int().min(1).max(most)

/** By which the calendar opens the round of every quarter, as somebody of the county would by hand. */
export const RoundPlan = z.strictObject({
  seedHolderIds: z.tuple([PersonId, PersonId]),
  publicValueSource: text(4, 200),
  publicValueNotation: Notation.nullable()
    .default(null)
    .meta({ description: 'Null only in plans from before: the calendar opens nothing by them' }),
  openOnWorkingDay: within(60).meta({ description: 'Of the quarter, counted from 1' }),
  publicValueAfterDays: within(60).meta({ description: 'Days after the opening on which the public value appears' }),
  dueAfterDays: within(92).meta({ description: 'Days after the opening by which the round should be closed' }),
})
export type RoundPlan = z.infer<typeof RoundPlan>
