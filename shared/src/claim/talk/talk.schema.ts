import { z } from 'zod'
import { Reason } from '../../platform/reason.ts'
import { RequesterKind } from '../../collect/need/need.schema.ts'
import { ClaimId, NeedId, OrderId } from '../../platform/ids.ts'
import { OfficeContact } from '../../county/organization/organization.schema.ts'
import { Instant, text } from '../../platform/text.schema.ts'

/** For whom somebody speaks in a conversation 沟通 about one need under one claim. */
export const TalkSide = z.enum(['claimant', 'owner', 'requester'])
export type TalkSide = z.infer<typeof TalkSide>

export const PostMessage = z.strictObject({ words: text(1, 1000) })
export type PostMessage = z.infer<typeof PostMessage>
export const PostByReceipt = PostMessage.extend({ claimId: ClaimId })
export type PostByReceipt = z.infer<typeof PostByReceipt>
/** That it was said, without the words: a reply is kept under its key. */
export const MessagePosted = z.object({ id: z.uuid(), at: Instant })
export type MessagePosted = z.infer<typeof MessagePosted>

/** Everything up to this message was seen. */
export const ReadMessages = z.strictObject({ until: z.uuid() })
export type ReadMessages = z.infer<typeof ReadMessages>
export const TalkReveal = z.strictObject({ reason: Reason })
export type TalkReveal = z.infer<typeof TalkReveal>
/** The requester lets those who do the work call them, or takes it back. */
export const ShareContact = z.strictObject({ share: z.boolean() })
export type ShareContact = z.infer<typeof ShareContact>

export const MessageView = z.object({
  id: z.uuid(),
  side: TalkSide,
  who: z.string().nullable().meta({ description: 'An organization or an alias; null for the requester' }),
  mine: z.boolean(),
  words: z.string(),
  at: Instant,
})
export type MessageView = z.infer<typeof MessageView>

/** The newest messages before a given one, oldest first. */
export const MessagePage = z.object({
  messages: z.array(MessageView),
  earlier: z.int().meta({ description: 'How many were written before these' }),
})
export type MessagePage = z.infer<typeof MessagePage>
export const MessagesBefore = z.strictObject({ before: z.uuid() })
export type MessagesBefore = z.infer<typeof MessagesBefore>
export const ReceiptMessagesBefore = MessagesBefore.extend({ claimId: ClaimId })
export type ReceiptMessagesBefore = z.infer<typeof ReceiptMessagesBefore>

export const ContactStanding = z
  .enum(['shared', 'withheld', 'none'])
  .meta({ description: 'Whether those who do the work may call' })
export type ContactStanding = z.infer<typeof ContactStanding>

/** One conversation: what was asked in the requester's own words without personal data, and what was said since. */
export const TalkView = MessagePage.extend({
  claimId: ClaimId,
  claimant: z.string(),
  order: z.object({ id: OrderId, title: z.string() }),
  needId: NeedId,
  side: TalkSide,
  closed: z.boolean().meta({ description: 'The claim is over: what was said stays, nothing is added or told' }),
  words: z.string().nullable().meta({ description: 'Null once the claim is over' }),
  corrected: z.boolean().meta({ description: 'The words were put right by hand' }),
  mayCorrect: z.boolean(),
  requesterKind: RequesterKind,
  contact: ContactStanding,
  owner: z
    .object({ organization: z.string(), person: z.string(), contact: OfficeContact.nullable() })
    .meta({ description: 'Who built it, by alias, and whom to call at the office' }),
  unread: z.int(),
})
export type TalkView = z.infer<typeof TalkView>
/** Those the viewer takes part in; others see none. */
export const TalkList = z.object({ items: z.array(TalkView) })
export type TalkList = z.infer<typeof TalkList>
