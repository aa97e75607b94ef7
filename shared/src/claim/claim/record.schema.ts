import { z } from 'zod'
import { OrderId } from '../../platform/ids.ts'
import { Instant } from '../../platform/text.schema.ts'

/** What somebody has done for others: their own claims, and collective ones in which they confirmed to take part. */
export const MyRecord = z.object({
  done: z.int().meta({ description: 'Claims whose requester said that it is solved, or never answered' }),
  hours: z.number().meta({ description: 'As they reported themselves, with progress and deliveries' }),
  thanks: z
    .array(z.object({ orderId: OrderId, title: z.string(), words: z.string(), at: Instant }))
    .meta({ description: 'What requesters said with the answer that it is solved; newest first, 50 at most' }),
})
export type MyRecord = z.infer<typeof MyRecord>
