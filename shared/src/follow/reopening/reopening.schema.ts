import { z } from 'zod'
import { OrderId } from '../../platform/ids.ts'
import { Tier } from '../../county/organization/tier.ts'
import { Instant, text } from '../../platform/text.schema.ts'
import { FindingId } from '../finding/finding.schema.ts'

export const ReopeningId = z.uuid().brand<'ReopeningId'>().meta({ description: 'ReopeningId (UUID v7)' })
export type ReopeningId = z.infer<typeof ReopeningId>
/** `withdrawn`: an appeal took its ground away. */
export const ReopeningState = z.enum(['proposed', 'rectify', 'retire', 'kept', 'withdrawn'])
export type ReopeningState = z.infer<typeof ReopeningState>
/** What the finding asks for. */
export const ReopeningAsked = z.enum(['rectify', 'retire'])
export type ReopeningAsked = z.infer<typeof ReopeningAsked>

/** `keep`: the completion stands. */
export const DecideReopening = z.strictObject({
  decision: z.enum(['rectify', 'retire', 'keep']),
  reason: text(2, 1000),
})
export type DecideReopening = z.infer<typeof DecideReopening>

export const ReopeningView = z.object({
  id: ReopeningId,
  version: z.int(),
  state: ReopeningState,
  asked: ReopeningAsked,
  order: z.object({ id: OrderId, number: z.string().nullable(), title: z.string(), tier: Tier }),
  cycle: z.int().meta({ description: 'Of the order: whose completion is in question' }),
  findingId: FindingId,
  secondPoor: z.boolean().meta({ description: 'Asked by the rule on a second 差, not by the verdict' }),
  reason: z.string(),
  proposedBy: z.string().nullable().meta({ description: 'An alias; null when the rule asks' }),
  proposedAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  decisionReason: z.string().nullable(),
  may: z
    .object({ decide: z.string().nullable(), retire: z.string().nullable() })
    .meta({ description: 'The code of the refusal, null when allowed; `retire` for that decision alone' }),
})
export type ReopeningView = z.infer<typeof ReopeningView>
export const ReopeningQuery = z.strictObject({ orderId: OrderId.optional(), state: ReopeningState.optional() })
export type ReopeningQuery = z.infer<typeof ReopeningQuery>
export const ReopeningList = z.object({
  items: z.array(ReopeningView).meta({ description: 'The newest first, at most 200' }),
})
export type ReopeningList = z.infer<typeof ReopeningList>
