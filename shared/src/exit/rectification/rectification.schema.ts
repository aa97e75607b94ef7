import { z } from 'zod'
import { AttachmentId, OrderId, OrganizationId, PersonId } from '../../platform/ids.ts'
import { LightColour } from '../../platform/light-colour.ts'
import { Instant, Page, pageOf, text } from '../../platform/text.schema.ts'
import { Effect } from '../verdict.ts'

export const RectificationId = z.uuid().brand<'RectificationId'>().meta({ description: 'RectificationId (UUID v7)' })
export type RectificationId = z.infer<typeof RectificationId>
export const RectificationState = z.enum(['issued', 'submitted', 'passed', 'failed', 'void'])
export type RectificationState = z.infer<typeof RectificationState>

/** 催办: how often whoever answers for it was called to it, and when last. */
export const Nudges = z.object({ count: z.int().min(1), last: Instant })
export type Nudges = z.infer<typeof Nudges>

export const RectificationItemView = z.object({
  item: z.int(),
  words: z.string(),
  done: z.string().nullable().meta({ description: 'What was done about it' }),
  attachments: z.array(AttachmentId),
})
export const RectificationView = z.object({
  id: RectificationId,
  version: z.int(),
  number: z.string().meta({ example: 'ZG-2026-000007' }),
  state: RectificationState,
  order: z.object({ id: OrderId, number: z.string().nullable(), title: z.string() }),
  owner: z.object({ id: OrganizationId, name: z.string() }),
  cause: z.enum(['finding', 'poor_rating']),
  items: z.array(RectificationItemView),
  responsible: z.object({ id: PersonId, alias: z.string() }).nullable(),
  issuedBy: z.string().nullable(),
  issuedAt: Instant,
  deadlineAt: Instant.nullable().meta({ description: 'Null while it waits for the working-day calendar of its year' }),
  workingDaysLeft: z
    .int()
    .nullable()
    .meta({ description: 'Working days still to come after today; null when nothing is due' }),
  extended: z.boolean(),
  failsAt: Instant.nullable().meta({ description: 'When it has failed by itself, unless it is submitted before' }),
  light: LightColour.nullable(),
  submittedAt: Instant.nullable(),
  reinspector: z.object({ id: PersonId, alias: z.string() }).nullable(),
  decidedAt: Instant.nullable(),
  decision: z.string().nullable(),
  nudges: Nudges.nullable().meta({ description: 'Null while nobody was called to it' }),
  may: z
    .object({
      work: z.boolean(),
      extend: z.boolean(),
      submit: z.boolean(),
      reinspect: z.boolean(),
      nudge: z.string().nullable(),
    })
    .meta({ description: 'Booleans, or the code of the refusal (null when allowed)' }),
})
export type RectificationView = z.infer<typeof RectificationView>
export const RectificationQuery = z.strictObject({
  ...Page,
  state: RectificationState.optional(),
  orderId: OrderId.optional(),
  mine: z.stringbool().optional(),
})
export type RectificationQuery = z.infer<typeof RectificationQuery>
export const RectificationPage = pageOf(RectificationView).extend({ total: z.int() })
export type RectificationPage = z.infer<typeof RectificationPage>

export const AnswerItem = z.strictObject({
  item: z.int().min(1).max(999),
  done: text(2, 2000),
  attachmentIds: z.array(AttachmentId).max(9).default([]),
})
export type AnswerItem = z.infer<typeof AnswerItem>
export const NameResponsible = z.strictObject({ personId: PersonId })
export type NameResponsible = z.infer<typeof NameResponsible>
export const ExtendRectification = z.strictObject({ reason: text(2, 500) })
export type ExtendRectification = z.infer<typeof ExtendRectification>
/** By another inspector than the one who found it. */
export const Reinspect = z.strictObject({
  decision: z.enum(['pass', 'fail']),
  effect: Effect,
  words: text(2, 2000),
  attachmentIds: z.array(AttachmentId).max(9).default([]),
})
export type Reinspect = z.infer<typeof Reinspect>
