import { z } from 'zod'
import { Instant } from '../text.schema.ts'

/** Everything that can wait for a person. Each names the thing, since when it waits and until when. */
export const WorkKind = z.enum([
  'need.respond',
  'need.build',
  'order.publish',
  'order.draft',
  'order.unclaimed',
  'claim.decide',
  'claim.report',
  'claim.overdue',
  'claim.participate',
  'delivery.answer',
  'order.rate',
])
export type WorkKind = z.infer<typeof WorkKind>

export const WorkItem = z.object({
  kind: WorkKind,
  subject: z.object({ kind: z.enum(['need', 'order', 'claim']), id: z.uuid() }),
  orderId: z.uuid().nullable(),
  title: z.string(),
  since: Instant,
  dueAt: Instant.nullable(),
  overdue: z.boolean(),
})
export type WorkItem = z.infer<typeof WorkItem>

export const WorkView = z.object({ items: z.array(WorkItem), total: z.int(), asOf: Instant })
export type WorkView = z.infer<typeof WorkView>
