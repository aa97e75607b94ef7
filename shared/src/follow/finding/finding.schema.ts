import { z } from 'zod'
import { Effect, Verdict } from '../../exit/verdict.ts'
import { AttachmentId, NeedId, OrderId, PersonId } from '../../platform/ids.ts'
import { OrderState } from '../../build/order/order.schema.ts'
import { RequesterKind } from '../../collect/need/need.schema.ts'
import { OfficeContact } from '../../county/organization/organization.schema.ts'
import { Tier } from '../../county/organization/tier.ts'
import { Basis, brief, RoundId } from '../round/round.schema.ts'
import { DeviceInstant, Instant, text, wholeNumber } from '../../platform/text.schema.ts'
import { Quarter } from '../../platform/time/quarter.ts'
import { CallBack, ChecklistItem, ItemCode } from './checklist-item.schema.ts'
import { conditionRefusal } from './finding.rules.ts'

export const FindingId = z
  .uuid()
  .brand<'FindingId'>()
  .meta({ description: 'FindingId (UUID v7), made where the finding is written, also offline' })
export type FindingId = z.infer<typeof FindingId>

const mostVersions = 2_147_483_647
export const ChecklistView = z.object({
  version: z.int(),
  items: z.array(ChecklistItem),
  changedAt: Instant,
  changedBy: z.string().nullable(),
  note: z.string().nullable(),
})
export type ChecklistView = z.infer<typeof ChecklistView>
/** Left out: the version in force. */
export const ChecklistQuery = z.strictObject({ version: wholeNumber(1, mostVersions).optional() })
export type ChecklistQuery = z.infer<typeof ChecklistQuery>
export const ChangeChecklist = z.strictObject({
  items: z
    .array(ChecklistItem)
    .min(1)
    .max(60)
    .refine((items) => new Set(items.map(({ code }) => code)).size === items.length, {
      params: { code: 'checklist.code_twice' },
    })
    .superRefine((items, context) => {
      for (const at of items.keys()) {
        const code = conditionRefusal(items, at)
        if (code) context.addIssue({ code: 'custom', path: [at, 'when'], params: { code } })
      }
    }),
  note: text(2, 500),
})
export type ChangeChecklist = z.infer<typeof ChangeChecklist>

export const Answers = z.record(ItemCode, z.union([z.boolean(), z.number(), text(0, 2000)]))
/** Of each check that failed, by its code: what is to be done about it. It becomes an item of the notice. */
export const Todo = z.record(ItemCode, text(0, 500))
export type Todo = z.infer<typeof Todo>

/** What an inspector writes, a draft until it is final. Made offline too: the id and the version it is based on come with it. */
const writing = {
  id: FindingId,
  checklistVersion: z.int().min(1).max(mostVersions),
  answers: Answers,
  effect: Effect.nullable(),
  verdict: Verdict.nullable(),
  words: text(0, 4000),
  todo: Todo.default({}),
  callBack: CallBack.nullable(),
  attachmentIds: z.array(AttachmentId).max(20),
  writtenAt: DeviceInstant.meta({
    description: 'When it was written, by the device; the quarter goes by when it arrives',
  }),
}
/** `baseVersion` 0 for a first draft; a draft somebody changed meanwhile is refused with both shown (412). */
export const SaveDraft = z.strictObject({ ...writing, baseVersion: z.int().min(0) })
export type SaveDraft = z.infer<typeof SaveDraft>
export const SubmitFinding = z.strictObject({
  ...writing,
  baseVersion: z.int().min(0),
  effect: Effect,
  verdict: Verdict,
  words: text(2, 4000),
})
export type SubmitFinding = z.infer<typeof SubmitFinding>

export const FindingView = z.object({
  id: FindingId,
  version: z.int(),
  state: z.enum(['draft', 'final']),
  orderId: OrderId,
  roundId: RoundId,
  inspector: z.object({ id: PersonId, alias: z.string() }),
  checklistVersion: z.int(),
  answers: Answers,
  effect: Effect.nullable(),
  verdict: Verdict.nullable(),
  words: z.string(),
  todo: Todo,
  callBack: CallBack.nullable(),
  attachments: z.array(AttachmentId),
  writtenAt: Instant,
  receivedAt: Instant,
  quarter: Quarter.nullable().meta({ description: 'Of a final finding: by the instant it arrived, in Asia/Shanghai' }),
  late: z.boolean().meta({ description: 'It arrived after its round was closed, and counts in the next quarter' }),
  upheld: z.enum(['standing', 'appealed', 'changed']),
  enteredBy: z
    .string()
    .nullable()
    .meta({ description: 'Alias of who typed in the paper slip; null where the inspector wrote it here' }),
})
export type FindingView = z.infer<typeof FindingView>

/** A voice behind the order, and never whose it is. */
export const Callee = z.object({ needId: NeedId, requesterKind: RequesterKind, receivedAt: Instant })
export type Callee = z.infer<typeof Callee>

/** One order on the inspector's list, with everything needed to look at it without a network. */
export const InspectionView = z.object({
  roundId: RoundId,
  quarter: Quarter,
  orderId: OrderId,
  number: z.string().nullable(),
  title: z.string(),
  tier: Tier,
  state: OrderState,
  basis: Basis,
  owner: z.string(),
  town: z.string().nullable(),
  location: z.string().nullable(),
  ask: z.string(),
  ...brief,
  said: z
    .array(
      z.object({
        at: Instant,
        kind: z.enum(['progress', 'delivery', 'answer']),
        answer: z.enum(['solved', 'partly', 'not', 'unanswered']).nullable().default(null),
        words: z.string(),
        attachments: z.array(AttachmentId),
      }),
    )
    .meta({ description: 'What claimants reported and requesters answered' }),
  callBackDue: z.boolean().meta({ description: '不满意实名回访: somebody was not satisfied and is to be called' }),
  callees: z
    .array(Callee)
    .meta({ description: 'Whose numbers are to be had, each look logged; empty while no call is due' }),
  ownerContact: OfficeContact.nullable().meta({
    description: 'Who knows how to reach a requester that left no number',
  }),
  finding: FindingView.nullable().meta({ description: 'My own draft or final finding' }),
  locked: z.boolean(),
})
export type InspectionView = z.infer<typeof InspectionView>
export const InspectionList = z.object({ items: z.array(InspectionView), checklist: ChecklistView, asOf: Instant })
export type InspectionList = z.infer<typeof InspectionList>
