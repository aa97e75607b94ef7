import { z } from 'zod'
import { DeadlineView } from '../../build/order/deadline.schema.ts'
import { ClaimantKind, ClaimState } from '../../build/order/claim-state.ts'
import { AttachmentId, ClaimId, OrderId, OrganizationId, PersonId } from '../../platform/ids.ts'
import { LightColour } from '../../platform/light-colour.ts'
import { Tier } from '../../county/organization/tier.ts'
import { Instant, Page, pageOf, text } from '../../platform/text.schema.ts'
import { CivilDate } from '../../platform/time/quarter.ts'

/** A claim of one free place, for oneself or for an organization the actor leads, with the people who will take part. */
export const ClaimOrder = z
  .strictObject({
    organizationId: OrganizationId.optional().meta({
      description: 'Claims collectively for this group, branch or alliance',
    }),
    participantIds: z.array(PersonId).max(200).default([]),
    note: text(1, 500).optional(),
  })
  .refine((claim) => claim.organizationId !== undefined || claim.participantIds.length === 0, {
    path: ['participantIds'],
    params: { code: 'claim.participants_need_organization' },
  })
export type ClaimOrder = z.infer<typeof ClaimOrder>

export const ReleaseClaim = z.strictObject({ reason: text(2, 500).optional() })
export type ReleaseClaim = z.infer<typeof ReleaseClaim>
/** The order's own desk gives a place back for somebody whose account is suspended or closed. */
export const RecallClaim = z.strictObject({ reason: text(2, 500) })
export type RecallClaim = z.infer<typeof RecallClaim>
export const DecideClaimRequest = z.strictObject({
  decision: z.enum(['accept', 'decline']),
  reason: text(2, 500).optional(),
})
export type DecideClaimRequest = z.infer<typeof DecideClaimRequest>
export const ExtendClaim = z.strictObject({ reason: text(2, 500) })
export type ExtendClaim = z.infer<typeof ExtendClaim>
/** Too hard for one person: the claim goes over to a group, branch or alliance with place, history and clock. [003] */
export const ConvertClaim = z.strictObject({ organizationId: OrganizationId, reason: text(2, 500) })
export type ConvertClaim = z.infer<typeof ConvertClaim>
export const Participate = z.strictObject({ answer: z.enum(['confirm', 'decline']) })
export type Participate = z.infer<typeof Participate>

/** Who joins a collective claim under way, and who leaves it; both at once replaces somebody. Whoever joins is asked. */
export const ChangeParticipants = z
  .strictObject({
    add: z.array(PersonId).max(200).default([]),
    drop: z.array(PersonId).max(200).default([]),
  })
  .refine(({ add, drop }) => !add.some((id) => drop.includes(id)), {
    path: ['drop'],
    params: { code: 'claim.participant_unknown' },
  })
export type ChangeParticipants = z.infer<typeof ChangeParticipants>

const hours = z.number().min(0).max(9999).multipleOf(0.5)
export const ReportProgress = z.strictObject({
  share: z.int().min(0).max(100).meta({ description: 'Share done, per cent' }),
  words: text(2, 2000),
  hours: hours.optional(),
  attachmentIds: z.array(AttachmentId).max(9).default([]),
})
export type ReportProgress = z.infer<typeof ReportProgress>

export const DeliverClaim = z.strictObject({
  words: text(2, 2000),
  hours: hours.optional(),
  attachmentIds: z.array(AttachmentId).max(9).default([]),
})
export type DeliverClaim = z.infer<typeof DeliverClaim>

export const ParticipantView = z.object({
  personId: PersonId,
  alias: z.string(),
  organizationName: z.string().nullable(),
  state: z.enum(['listed', 'confirmed', 'declined']),
})

export const ClaimView = z.object({
  id: ClaimId,
  version: z.int(),
  order: z.object({
    id: OrderId,
    number: z.string().nullable(),
    title: z.string(),
    tier: Tier,
    ownerName: z.string(),
    dueOn: CivilDate.nullable(),
  }),
  place: z.int(),
  cycle: z.int(),
  state: ClaimState,
  claimantKind: ClaimantKind,
  claimant: z.string(),
  organizationId: OrganizationId.nullable(),
  mine: z.boolean().meta({ description: 'The viewer acts for the claimant' }),
  startedAt: Instant,
  dueAt: Instant.meta({ description: 'The end of its own term or of the day the order is due, whichever comes first' }),
  deadline: DeadlineView.nullable(),
  extended: z.boolean(),
  respondBy: Instant.nullable().meta({
    description: 'While requested: when the request lapses, null while that waits for the working-day calendar',
  }),
  endedAt: Instant.nullable(),
  endReason: z.string().nullable(),
  lastReportAt: Instant.nullable(),
  share: z.int().nullable(),
  light: LightColour.nullable(),
  notSolvedOnce: z.boolean(),
  participants: z.array(ParticipantView),
})
export type ClaimView = z.infer<typeof ClaimView>

export const ClaimQuery = z.strictObject({
  ...Page,
  mine: z.stringbool().optional(),
  state: z.union([ClaimState, z.enum(['live'])]).optional(),
  orderId: OrderId.optional(),
})
export type ClaimQuery = z.infer<typeof ClaimQuery>
export const ClaimPage = pageOf(ClaimView).extend({ total: z.int() })
export type ClaimPage = z.infer<typeof ClaimPage>

export const ProgressView = z.object({
  id: z.uuid(),
  claimId: ClaimId,
  share: z.int(),
  words: z.string(),
  hours: z.number().nullable(),
  reportedAt: Instant,
  attachments: z.array(AttachmentId),
})
export type ProgressView = z.infer<typeof ProgressView>
