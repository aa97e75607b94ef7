import { z } from 'zod'
import { OrderId } from '../ids.ts'
import { Instant } from '../text.schema.ts'
import { Quarter } from '../time/quarter.ts'

export const FlagKind = z
  .enum(['same_device', 'same_minute', 'reciprocal'])
  .meta({ description: 'Many raters on one device · many within a minute · two organizations that praise each other' })
export type FlagKind = z.infer<typeof FlagKind>

/** How many make a pattern. They are shown to a human and never punish anybody by themselves. */
export const flagThresholds = { sameDevice: 3, sameMinute: 3, reciprocal: 2, highMarks: 14 } as const

export const FlagQuery = z.strictObject({ quarter: Quarter.optional() })
export type FlagQuery = z.infer<typeof FlagQuery>
export const FlagView = z.object({
  kind: FlagKind,
  n: z.int().meta({ description: 'Ratings in the pattern' }),
  ratingIds: z.array(z.uuid()),
  orders: z.array(z.object({ id: OrderId, number: z.string().nullable(), title: z.string() })),
  organizations: z.array(z.string()).meta({ description: 'The two that praise each other' }),
  firstAt: Instant,
  lastAt: Instant,
})
export type FlagView = z.infer<typeof FlagView>
export const FlagList = z.object({ quarter: Quarter, items: z.array(FlagView) })
export type FlagList = z.infer<typeof FlagList>
