import { z } from 'zod'
import { Phone } from '../../county/people/phone.ts'
import { Category } from '../../county/settings/category.ts'
import { AttachmentId, NeedId, OrderId, OrganizationId, PersonId } from '../../platform/ids.ts'
import { Reason } from '../../platform/reason.ts'
import { Instant, Page, pageOf, text } from '../../platform/text.schema.ts'
import { CivilDate } from '../../platform/time/quarter.ts'

export const NeedState = z.enum(['received', 'linked', 'answered', 'declined'])
export type NeedState = z.infer<typeof NeedState>

export const RequesterKind = z.enum(['enterprise', 'organization', 'member', 'worker'])
export type RequesterKind = z.infer<typeof RequesterKind>

export const Channel = z.enum([
  'solicitation',
  'symposium',
  'poll',
  'hotline',
  'scout',
  'station',
  'self_service',
  'import',
])
export type Channel = z.infer<typeof Channel>

export const Urgency = z.enum(['critical', 'urgent', 'normal'])
export type Urgency = z.infer<typeof Urgency>

export const Contact = z.strictObject({ name: text(1, 40).optional(), phone: Phone.optional() })
export type Contact = z.infer<typeof Contact>

const needWords = {
  body: text(2, 2000).meta({ description: 'The words as spoken' }),
  category: Category,
  urgency: Urgency.default('normal'),
  contact: Contact.optional(),
  shareContact: z
    .boolean()
    .default(false)
    .meta({ description: 'The requester agrees that whoever takes the work on may call them' }),
}

/** A need as entered by someone signed in. Staff may enter it for somebody else, with the channel it came by. */
export const RaiseNeed = z.strictObject({
  ...needWords,
  channel: Channel.default('self_service'),
  requesterKind: RequesterKind.optional().meta({ description: 'Defaults to what the signed-in person is' }),
  requesterName: text(1, 80).optional(),
  organizationId: OrganizationId.optional().meta({
    description: 'Whose need it is; defaults to the home organization',
  }),
  collectedOn: CivilDate.optional(),
  roundLabel: text(1, 80).optional(),
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  attachmentIds: z.array(AttachmentId).max(9).default([]).meta({ description: 'Photos of what it is about' }),
})
export type RaiseNeed = z.infer<typeof RaiseNeed>

/** A need from the open form: no account; the receipt code is the only key to it. */
export const RaiseNeedOpenly = z.strictObject({
  ...needWords,
  requesterKind: RequesterKind,
  requesterName: text(1, 80),
  townId: OrganizationId.optional(),
  organizationId: OrganizationId.optional().meta({
    description: 'Whose poster led here: the first to take it in. Its town counts, whatever `townId` says',
  }),
})
export type RaiseNeedOpenly = z.infer<typeof RaiseNeedOpenly>

export const AnswerNeed = z.strictObject({ answer: text(2, 2000) })
export type AnswerNeed = z.infer<typeof AnswerNeed>
export const DeclineNeed = z.strictObject({ reason: text(2, 1000) })
export type DeclineNeed = z.infer<typeof DeclineNeed>
export const ReopenNeed = z.strictObject({ reason: text(2, 1000) })
export type ReopenNeed = z.infer<typeof ReopenNeed>
/** Both keep their row, receipt and contact; from now on they share answer and orders, until the merge is undone. */
export const MergeNeed = z.strictObject({ intoId: NeedId })
export type MergeNeed = z.infer<typeof MergeNeed>

export const NeedView = z.object({
  id: NeedId,
  version: z.int(),
  state: NeedState,
  channel: Channel,
  roundLabel: z.string().nullable(),
  requesterKind: RequesterKind,
  requesterName: z.string().nullable().meta({ description: 'Null to those who only joined it' }),
  mine: z.boolean().meta({ description: 'The viewer is the requester' }),
  organization: z.object({ id: OrganizationId, name: z.string() }).nullable(),
  town: z.object({ id: OrganizationId, name: z.string() }).nullable(),
  category: Category,
  body: z.string(),
  urgency: Urgency,
  collectedOn: CivilDate.nullable(),
  remark: z.string().nullable(),
  contact: z
    .object({ name: z.string().nullable(), phone: z.string().nullable() })
    .nullable()
    .meta({ description: 'Masked; only on the page of one need, null in lists' }),
  contactShared: z.boolean().meta({ description: 'Whoever takes the work on may call' }),
  releasedWords: z
    .object({ words: z.string(), corrected: z.boolean() })
    .nullable()
    .meta({ description: 'What those who take the work on read; on the page of one need, for whoever handles it' }),
  holder: z.object({ id: PersonId, alias: z.string() }).nullable(),
  handover: z
    .object({ to: z.object({ id: PersonId, alias: z.string() }), reason: z.string() })
    .nullable()
    .meta({ description: 'Offered to somebody who has not accepted yet; for those who handle it' }),
  answer: z.string().nullable(),
  declineReason: z.string().nullable(),
  reopened: z.boolean(),
  reopenReason: z.string().nullable().meta({ description: 'Why the requester asked for a second look' }),
  earlierAnswer: z.string().nullable().meta({ description: 'What the requester was told before that' }),
  mergedIntoId: NeedId.nullable().meta({ description: 'Treated together with that need; it keeps its own receipt' }),
  voices: z
    .array(z.object({ id: NeedId, requesterName: z.string() }))
    .meta({ description: 'Needs merged into this one, for those who handle it' }),
  backers: z.array(z.object({ organizationId: OrganizationId, townId: OrganizationId.nullable() })).meta({
    description:
      'Organizations that raised it, a need merged into it, or seconded one, once each; for those who handle it',
  }),
  photos: z.array(AttachmentId).meta({ description: 'Empty to those who only joined it' }),
  seconds: z.int(),
  secondedByMe: z.boolean(),
  orders: z.array(z.object({ id: OrderId, number: z.string().nullable(), title: z.string() })),
  receivedAt: Instant,
  respondBy: Instant.nullable().meta({ description: 'Null while it waits for the working-day calendar of its year' }),
  respondedAt: Instant.nullable(),
})
export type NeedView = z.infer<typeof NeedView>

/** What a new need answers with: the receipt code is shown once, and only its hash is kept. */
export const NeedReceipt = z.object({
  need: NeedView,
  receiptCode: z
    .string()
    .nullable()
    .meta({ description: 'Null to staff who may claim for others: the requester has it from the hotline' }),
})
export type NeedReceipt = z.infer<typeof NeedReceipt>

export const NeedQuery = z.strictObject({
  ...Page,
  state: NeedState.optional(),
  category: Category.optional(),
  townId: OrganizationId.optional(),
  organizationId: OrganizationId.optional().meta({ description: 'Of this organization or anything below it' }),
  channel: Channel.optional(),
  mine: z.stringbool().optional().meta({ description: 'Raised or seconded by the viewer' }),
  q: text(1, 60).optional(),
})
export type NeedQuery = z.infer<typeof NeedQuery>

/** The same choice of needs as a table to save. */
export const ExportNeeds = NeedQuery.omit({ limit: true, cursor: true }).extend({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
})
export type ExportNeeds = z.infer<typeof ExportNeeds>

/** `total` is counted to 1 000 at most, and only on the first page. */
export const NeedPage = pageOf(NeedView).extend({ total: z.int().nullable() })
export type NeedPage = z.infer<typeof NeedPage>

/** Similar needs and open orders shown while typing. */
export const SimilarQuery = z.strictObject({ body: text(2, 2000), townId: OrganizationId.optional() })
export type SimilarQuery = z.infer<typeof SimilarQuery>
export const SimilarView = z.object({
  items: z.array(
    z.object({
      kind: z.enum(['need', 'order']),
      id: z.uuid(),
      text: z.string(),
      where: z.string().nullable(),
      score: z.number(),
      seconds: z.int(),
    }),
  ),
})
export type SimilarView = z.infer<typeof SimilarView>

/** What those who take the work on read of the need: by hand, or with null by rule. */
export const ReleaseWords = z.strictObject({
  words: text(2, 2000).nullable(),
  instead: z.string().max(4000).meta({ description: 'What they read so far, as the editor saw it' }),
})
export type ReleaseWords = z.infer<typeof ReleaseWords>

export const RevealContact = z.strictObject({ reason: Reason })
export type RevealContact = z.infer<typeof RevealContact>
/** Whom to call; never the receipt code. */
export const ContactView = z.object({
  name: z.string().nullable(),
  phone: z.string().nullable(),
  phoneWords: z
    .string()
    .nullable()
    .meta({ description: 'What was typed in a workbook, where the number says less than that' }),
})
export type ContactView = z.infer<typeof ContactView>

/** Why a requester gets a new code; for staff also how they made sure who is asking. */
export const ReplaceReceipt = z.strictObject({ reason: Reason })
export type ReplaceReceipt = z.infer<typeof ReplaceReceipt>
/** Shown this once, to be read out; the old code is dead. */
export const ReceiptReplaced = z.object({ receiptCode: z.string() })
export type ReceiptReplaced = z.infer<typeof ReceiptReplaced>
