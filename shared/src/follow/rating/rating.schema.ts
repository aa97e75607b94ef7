import { z } from 'zod'
import { NeedId, OrderId } from '../../platform/ids.ts'
import { ReceiptCode } from '../../claim/delivery/delivery.schema.ts'
import { Instant, text } from '../../platform/text.schema.ts'
import { Quarter } from '../../platform/time/quarter.ts'

/** 1 非常不满意 · 2 不满意 · 3 一般 · 4 满意 · 5 非常满意. Never preset. */
export const Grade = z.int().min(1).max(5)
export type Grade = z.infer<typeof Grade>

/** Attitude, speed, result [001 三要素]. By someone signed in and entitled, by the requester's receipt code, or as an operator was told on the telephone. */
export const RateOrder = z.strictObject({
  attitude: Grade,
  speed: Grade,
  result: Grade,
  words: text(1, 1000).optional(),
  receiptCode: ReceiptCode.optional(),
  telephone: z.boolean().optional().meta({ description: 'Entered by an operator who did not handle the order' }),
  needId: NeedId.optional().meta({ description: 'On the telephone: for which need the caller rates' }),
})
export type RateOrder = z.infer<typeof RateOrder>

export const RatingSide = z.enum(['member', 'worker', 'enterprise'])
export type RatingSide = z.infer<typeof RatingSide>

export const RatingView = z.object({
  id: z.uuid(),
  orderId: OrderId,
  quarter: Quarter,
  side: RatingSide,
  attitude: Grade,
  speed: Grade,
  result: Grade,
  words: z.string().nullable(),
  ratedAt: Instant,
  changed: z.boolean(),
})
export type RatingView = z.infer<typeof RatingView>
