import { z } from 'zod'
import { RuleNumbers } from '../../county/settings/rule-numbers.schema.ts'
import { OrderId, OrganizationId } from '../../platform/ids.ts'
import { Tier } from '../../county/organization/tier.ts'
import { Instant, Page, pageOf, text } from '../../platform/text.schema.ts'
import { ReceiptCode } from '../../claim/delivery/delivery.schema.ts'
import { Quarter } from '../../platform/time/quarter.ts'

export const RetirementId = z.uuid().brand<'RetirementId'>().meta({ description: 'RetirementId (UUID v7)' })
export type RetirementId = z.infer<typeof RetirementId>
export const RetirementState = z.enum(['proposed', 'on_notice', 'final', 'refused', 'withdrawn'])
export type RetirementState = z.infer<typeof RetirementState>
/** What a proposal rests on: a finished finding, a second 差 within four quarters, the rating rule with its inputs, a failed rectification, or the need has ceased. */
export const RetirementEvidence = z.enum([
  'finding',
  'second_poor',
  'poor_rating',
  'failed_rectification',
  'need_ceased',
])
export type RetirementEvidence = z.infer<typeof RetirementEvidence>

export const ProposeRetirement = z.strictObject({ evidence: RetirementEvidence, reason: text(4, 2000) })
export type ProposeRetirement = z.infer<typeof ProposeRetirement>
export const DecideRetirement = z.strictObject({ decision: z.enum(['approve', 'refuse']), reason: text(2, 1000) })
export type DecideRetirement = z.infer<typeof DecideRetirement>
export const RaiseObjection = z.strictObject({ words: text(4, 2000), receiptCode: ReceiptCode.optional() })
export type RaiseObjection = z.infer<typeof RaiseObjection>
export const AnswerObjection = z.strictObject({ answer: text(2, 2000) })
export type AnswerObjection = z.infer<typeof AnswerObjection>
export const WithdrawRetirement = z.strictObject({ reason: text(2, 500) })
export type WithdrawRetirement = z.infer<typeof WithdrawRetirement>

export const ObjectionView = z.object({
  id: z.uuid(),
  words: z.string(),
  by: z.string().nullable().meta({ description: 'An alias; null for a requester by receipt code' }),
  at: Instant,
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: Instant.nullable(),
})
export const RetirementView = z.object({
  id: RetirementId,
  version: z.int(),
  state: RetirementState,
  order: z.object({ id: OrderId, number: z.string().nullable(), title: z.string(), tier: Tier }),
  owner: z.object({ id: OrganizationId, name: z.string() }),
  evidence: RetirementEvidence,
  facts: z.record(z.string(), z.unknown()).meta({ description: 'Rule version and inputs, or the finding it rests on' }),
  reason: z.string(),
  proposedBy: z.string().nullable(),
  proposedAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  decisionReason: z.string().nullable(),
  noticeUntil: Instant.nullable(),
  workingDaysLeft: z
    .int()
    .nullable()
    .meta({ description: 'Working days still to come after today; null when nothing is due' }),
  finalBy: z.string().nullable(),
  finalAt: Instant.nullable(),
  undoUntil: Instant.nullable(),
  withdrawn: z.object({ at: Instant, by: z.string().nullable(), reason: z.string().nullable() }).nullable(),
  objections: z.array(ObjectionView),
  successorOrderId: OrderId.nullable().meta({ description: 'The order that took up the need again' }),
  may: z
    .object({
      decide: z.string().nullable(),
      object: z.boolean(),
      answer: z.boolean(),
      finalise: z.string().nullable(),
      withdraw: z.string().nullable(),
    })
    .meta({ description: 'Booleans, or the code of the refusal (null when allowed)' }),
})
export type RetirementView = z.infer<typeof RetirementView>
export const RetirementQuery = z.strictObject({
  ...Page,
  state: RetirementState.optional(),
  orderId: OrderId.optional(),
})
export type RetirementQuery = z.infer<typeof RetirementQuery>
export const RetirementPage = pageOf(RetirementView).extend({ total: z.int() })
export type RetirementPage = z.infer<typeof RetirementPage>

/** A public notice, as everybody may read it: what is to leave, why, until when one may object. Nobody's name. */
export const PublicNotice = z.object({
  id: RetirementId,
  order: RetirementView.shape.order.omit({ id: true }),
  owner: z.object({ name: z.string() }),
  evidence: RetirementEvidence,
  reason: z.string(),
  noticeUntil: Instant.nullable().meta({ description: 'Null while it waits for the working-day calendar of its year' }),
  isOver: z.boolean(),
  objections: z.object({ raised: z.int(), answered: z.int() }),
})
export type PublicNotice = z.infer<typeof PublicNotice>
export const NoticeList = z.object({
  items: z.array(PublicNotice).meta({ description: 'All that are on notice now, newest proposal first; 500 at most' }),
})

export const DryRunItem = z.object({
  rule: z.enum(['poor_rating', 'second_poor']).meta({ description: '评价差 → rectification · 再次为差 → retirement' }),
  order: z.object({ id: OrderId, number: z.string().nullable(), title: z.string(), tier: Tier }),
  owner: z.string(),
  now: z.boolean(),
  changed: z.boolean().meta({ description: 'By the changed rule' }),
  inputs: z
    .object({
      n: z.int(),
      satisfied: z.int(),
      upper: z.number().nullable().meta({ description: 'Upper end of the 95 % Wilson interval' }),
      answers: z.int(),
      notSolved: z.int(),
    })
    .nullable()
    .meta({ description: 'What the rule on ratings sees; null for the other' }),
  poorQuarters: z.array(Quarter).meta({ description: 'What the rule on a second 差 sees; none for the other' }),
})
export type DryRunItem = z.infer<typeof DryRunItem>

/** How many rows a dry run lists of each kind; the counts are of all. */
export const dryRunRows = 200
export const DryRunView = z.object({
  settingsVersion: z.int(),
  current: RuleNumbers.meta({ description: 'The rules in force' }),
  counts: z.object({ both: z.int(), newly: z.int(), noLonger: z.int() }),
  items: z.array(DryRunItem).meta({ description: 'At most 200 of each kind' }),
})
export type DryRunView = z.infer<typeof DryRunView>
