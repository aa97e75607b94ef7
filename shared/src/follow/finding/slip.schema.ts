import { z } from 'zod'
import { OrderId, PersonId } from '../../platform/ids.ts'
import { FindingId, FindingView, SubmitFinding } from './finding.schema.ts'

/** A paper slip, as its inspector filled it in and somebody of the county types it in: based on no draft. */
export const Slip = SubmitFinding.extend({
  orderId: OrderId,
  inspectorId: PersonId,
  baseVersion: z.int().min(0).max(0),
})
export type Slip = z.infer<typeof Slip>
export const EnterSlips = z.strictObject({ slips: z.array(Slip).min(1).max(50) })
export type EnterSlips = z.infer<typeof EnterSlips>

/** Each slip is answered on its own: what one is refused for keeps no other out. */
export const SlipReport = z.object({
  items: z.array(
    z.object({
      findingId: FindingId,
      orderId: OrderId,
      finding: FindingView.nullable(),
      refusal: z.object({ code: z.string(), path: z.string().nullable(), message: z.string() }).nullable(),
    }),
  ),
  stored: z.int(),
})
export type SlipReport = z.infer<typeof SlipReport>
