import { z } from 'zod'
import { Instant } from '../../platform/text.schema.ts'

/** What somebody has to do by then: claim it, confirm a claimant, finish, answer a delivery, put right, object. */
export const DeadlineKind = z.enum(['claim', 'confirm', 'finish', 'answer', 'rectify', 'object'])
export type DeadlineKind = z.infer<typeof DeadlineKind>

/** The one deadline that counts now. */
export const DeadlineView = z.object({
  kind: DeadlineKind,
  until: Instant.nullable().meta({
    description: 'Exclusive: the day before its midnight is the last. Null while it waits for the working-day calendar',
  }),
  releasedAt: Instant.nullable().meta({
    description: 'Of work that is overdue and was warned: when the place is given back by itself',
  }),
})
export type DeadlineView = z.infer<typeof DeadlineView>
