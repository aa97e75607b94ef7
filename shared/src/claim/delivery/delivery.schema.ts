import { z } from 'zod'
import { text } from '../../platform/text.schema.ts'

export const DeliveryAnswer = z.enum(['solved', 'partly', 'not'])
export type DeliveryAnswer = z.infer<typeof DeliveryAnswer>

/** The shape of a receipt code: the county's division code, then eight characters without look-alikes. */
export const ReceiptCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^\d{6}-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/, 'receipt')
export type ReceiptCode = z.infer<typeof ReceiptCode>

/** Signed in as the requester, by receipt code, or on the telephone (then `telephone` says who was called). */
export const AnswerDelivery = z.strictObject({
  answer: DeliveryAnswer,
  words: text(1, 1000).optional(),
  receiptCode: ReceiptCode.optional(),
  telephone: z.boolean().optional(),
})
export type AnswerDelivery = z.infer<typeof AnswerDelivery>
