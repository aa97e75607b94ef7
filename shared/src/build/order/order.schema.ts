import { z } from 'zod'
import { DeadlineView } from './deadline.schema.ts'
import { LightColour } from '../../platform/light-colour.ts'
import { AttachmentId, ClaimId, NeedId, OrderId, OrganizationId, PersonId } from '../../platform/ids.ts'
import { Category } from '../../county/settings/category.ts'
import { Tier } from '../../county/organization/tier.ts'
import { Instant, Page, pageOf, text, wholeNumber } from '../../platform/text.schema.ts'
import { CivilDate } from '../../platform/time/quarter.ts'

export const OrderState = z.enum([
  'draft',
  'open',
  'claimed',
  'delivered',
  'rectifying',
  'retiring',
  'retired',
  'closed',
  'discarded',
])
export type OrderState = z.infer<typeof OrderState>

/** Who may claim: one member alone, a group/branch/alliance, or either. */
export const ClaimMode = z.enum(['individual', 'collective', 'either'])
export type ClaimMode = z.infer<typeof ClaimMode>

const words = {
  title: text(2, 80),
  ask: text(2, 4000).meta({ description: 'What is asked' }),
  acceptance: text(2, 1000).meta({ description: 'Acceptance criterion 验收标准' }),
  beneficiaries: text(1, 200),
  category: Category,
  mode: ClaimMode,
  places: z.int().min(1).max(50),
  confirmRequired: z.boolean().meta({ description: 'The owner confirms each claim (two-way choice)' }),
  skills: z.array(text(1, 30)).max(10),
  location: text(1, 200).nullable(),
  claimBy: CivilDate.nullable(),
  dueOn: CivilDate.nullable(),
  standing: z.boolean(),
  standingUntil: CivilDate.nullable(),
}

/** Builds a draft from 0..n needs. The tier follows the scope of application and says why. [003 建单] */
export const BuildOrder = z
  .strictObject({
    ...words,
    tier: Tier,
    tierReason: text(2, 500),
    ownerOrganizationId: OrganizationId,
    needIds: z.array(NeedId).max(50).default([]),
    reentryOfId: OrderId.optional().meta({ description: 'The retired order whose need this one takes up again' }),
    places: words.places.default(1),
    confirmRequired: words.confirmRequired.default(false),
    skills: words.skills.default([]),
    location: words.location.default(null),
    claimBy: words.claimBy.default(null),
    dueOn: words.dueOn.default(null),
    standing: words.standing.default(false),
    standingUntil: words.standingUntil.default(null),
  })
  .refine((order) => !order.dueOn || !order.claimBy || order.claimBy <= order.dueOn, {
    path: ['dueOn'],
    params: { code: 'order.due_before_claim_by' },
  })
export type BuildOrder = z.infer<typeof BuildOrder>

/** Changes a draft; of a published order only what claimants do not rely on may change (see order.rules). */
export const EditOrder = z
  .strictObject({ ...words, tierReason: text(2, 500), needIds: z.array(NeedId).max(50) })
  .partial()
export type EditOrder = z.infer<typeof EditOrder>

export const DiscardOrder = z.strictObject({ reason: text(2, 500).optional() })
export type DiscardOrder = z.infer<typeof DiscardOrder>
export const PublishOrder = z.strictObject({})
export type PublishOrder = z.infer<typeof PublishOrder>

/** A claim as others see it: an organization's name, or a member's alias, never a member's name. */
export const OrderClaimView = z.object({
  id: ClaimId,
  place: z.int(),
  cycle: z.int(),
  claimant: z.string(),
  claimantKind: z.enum(['member', 'group', 'branch', 'alliance']),
  mine: z.boolean(),
  state: z.enum(['requested', 'active', 'delivered', 'completed', 'released', 'lapsed', 'failed', 'ended']),
  startedAt: Instant,
  dueAt: Instant,
  deadline: DeadlineView.nullable(),
  light: LightColour.nullable(),
  share: z.int().nullable(),
  recallable: z.boolean().meta({
    description: 'The claimant’s account is suspended or closed, and the viewer’s desk may give the place back',
  }),
})
export type OrderClaimView = z.infer<typeof OrderClaimView>

export const OrderCard = z.object({
  id: OrderId,
  number: z.string().nullable().meta({ example: 'A-2026-000123' }),
  version: z.int(),
  tier: Tier,
  state: OrderState,
  title: z.string(),
  category: Category,
  mode: ClaimMode,
  owner: z.object({ id: OrganizationId, name: z.string() }),
  town: z.object({ id: OrganizationId, name: z.string() }).nullable(),
  places: z.int(),
  placesTaken: z.int(),
  confirmRequired: z.boolean(),
  claimBy: CivilDate.nullable(),
  dueOn: CivilDate.nullable(),
  deadline: DeadlineView.nullable().meta({
    description: 'Of the procedure it is under, else the nearest of its claims, else until when it can be claimed',
  }),
  standing: z.boolean(),
  skills: z.array(z.string()),
  light: LightColour.nullable().meta({ description: 'The worst light of its live claims' }),
  holders: z.array(z.string()).meta({ description: 'Who holds it now: organizations or aliases' }),
  openedAt: Instant.nullable(),
  stateSince: Instant,
  unclaimedSince: Instant.nullable().meta({
    description: 'Nobody holds it: first offered then, without the time it was held. Its age counts from here',
  }),
  seconds: z.int(),
  reasons: z
    .array(z.enum(['category', 'skill', 'place', 'record']))
    .meta({ description: 'Why it is recommended to the viewer' }),
  myClaimId: ClaimId.nullable(),
  excludedAsRater: z.boolean().meta({ description: 'The viewer has rated it, so may not claim it' }),
})
export type OrderCard = z.infer<typeof OrderCard>

export const RatingSummary = z.object({
  side: z.enum(['member', 'worker', 'enterprise']),
  n: z.int(),
  satisfied: z.int().meta({ description: 'Ratings whose three dimensions average 3 or better' }),
  average: z.number().nullable().meta({ description: 'Null below the minimum n' }),
  low: z.number().nullable(),
  high: z.number().nullable(),
})
export type RatingSummary = z.infer<typeof RatingSummary>

export const DeliveryView = z.object({
  id: z.uuid(),
  claimId: ClaimId,
  words: z.string(),
  hours: z.number().nullable(),
  deliveredAt: Instant,
  attachments: z.array(AttachmentId),
  answer: z.enum(['solved', 'partly', 'not', 'unanswered']).nullable(),
  answerWords: z.string().nullable(),
  answeredAt: Instant.nullable(),
  answerVia: z.enum(['signed_in', 'receipt', 'telephone', 'silence']).nullable(),
  answerEnteredBy: z.string().nullable().meta({ description: 'By telephone: who entered what the requester said' }),
})
export type DeliveryView = z.infer<typeof DeliveryView>

/** How a cycle ended. `rectified`: reopened after an inspection, put right and looked at again. */
export const FeedbackOutcome = z.enum(['solved', 'unanswered', 'rectified', 'retired'])
export type FeedbackOutcome = z.infer<typeof FeedbackOutcome>
/** The closing record of the newest cycle that has one. */
export const FeedbackView = z.object({
  outcome: FeedbackOutcome,
  cycle: z.int(),
  closedAt: Instant,
  summary: z.string(),
  standing: z
    .enum(['stands', 'under_review', 'overturned'])
    .meta({ description: 'Whether an inspection questions this completion, or had it opened again' }),
})
export type FeedbackView = z.infer<typeof FeedbackView>

const OrderLink = z.object({ id: OrderId, number: z.string().nullable(), title: z.string() })

export const OrderView = OrderCard.extend({
  ask: z.string(),
  acceptance: z.string(),
  beneficiaries: z.string(),
  tierReason: z.string(),
  location: z.string().nullable(),
  standingUntil: CivilDate.nullable(),
  cycle: z.int(),
  author: z.object({ id: PersonId, alias: z.string() }),
  publishedAt: Instant.nullable(),
  needs: z.array(
    z.object({ id: NeedId, body: z.string().nullable(), requesterName: z.string().nullable(), mine: z.boolean() }),
  ),
  claims: z.array(OrderClaimView),
  deliveries: z.array(DeliveryView),
  ratings: z.array(RatingSummary),
  myRating: z.object({ attitude: z.int(), speed: z.int(), result: z.int(), words: z.string().nullable() }).nullable(),
  secondedByMe: z.boolean(),
  reentryOf: OrderLink.nullable().meta({ description: 'The retired order whose need this one takes up again' }),
  successor: OrderLink.nullable().meta({
    description: 'The published order that took up the need of this retired one',
  }),
  feedback: FeedbackView.nullable(),
  expectation: z
    .object({ termDays: z.int(), reportEveryDays: z.int() })
    .meta({ description: 'What a claim will ask of the claimant' }),
  may: z
    .object({
      edit: z.boolean(),
      publish: z.string().nullable(),
      unpublish: z.string().nullable(),
      discard: z.boolean(),
      answer: z.boolean(),
      rate: z.string().nullable(),
      decide: z.boolean(),
    })
    .meta({ description: 'What the viewer may do here: booleans, or the code of the refusal (null when allowed)' }),
})
export type OrderView = z.infer<typeof OrderView>

/** Order lists: `open` first by default, newest opened first. */
export const OrderQuery = z.strictObject({
  ...Page,
  tier: Tier.optional(),
  state: z
    .union([OrderState, z.enum(['live', 'building'])])
    .optional()
    .meta({ description: 'live = published and not ended; building = drafts' }),
  townId: OrganizationId.optional(),
  ownerId: OrganizationId.optional(),
  under: OrganizationId.optional().meta({ description: 'Owned by this organization or anything below it' }),
  category: Category.optional(),
  mode: ClaimMode.optional(),
  individual: z.stringbool().optional().meta({ description: 'Can be claimed by one member alone' }),
  free: z.stringbool().optional().meta({ description: 'Has a free place' }),
  light: LightColour.optional(),
  unclaimedDays: wholeNumber(0, 365)
    .optional()
    .meta({ description: 'Open with no claim for at least so many working days' }),
  sort: z.enum(['newest', 'oldest', 'due']).default('newest'),
  q: text(1, 60).optional(),
})
export type OrderQuery = z.infer<typeof OrderQuery>

/** `total` is counted to 1 000 at most, and only on the first page. */
export const OrderPage = pageOf(OrderCard).extend({ total: z.int().nullable() })
export type OrderPage = z.infer<typeof OrderPage>

/** One row per library, for the county overview and the tier tabs. */
export const LibrarySummary = z.object({
  tier: Tier,
  owner: z
    .object({ id: OrganizationId, name: z.string() })
    .nullable()
    .meta({ description: 'Null in the total of a tier' }),
  total: z.int(),
  draft: z.int(),
  open: z.int(),
  unclaimed7: z.int(),
  unclaimed14: z.int(),
  unclaimed21: z.int(),
  claimed: z.int(),
  green: z.int(),
  yellow: z.int(),
  red: z.int(),
  delivered: z.int(),
  closed: z.int(),
  rectifying: z.int(),
  retiring: z.int(),
  stale: z.int(),
})
export type LibrarySummary = z.infer<typeof LibrarySummary>
export const LibrariesView = z.object({
  tiers: z.array(LibrarySummary),
  libraries: z.array(LibrarySummary),
  calendarMissing: z.int().nullable().meta({
    description: 'The year whose working days are not published: the age steps count the days before it alone',
  }),
  asOf: Instant,
})
export type LibrariesView = z.infer<typeof LibrariesView>
export const LibrariesQuery = z.strictObject({ tier: Tier.optional(), under: OrganizationId.optional() })
export type LibrariesQuery = z.infer<typeof LibrariesQuery>

/** One line of the timeline: who (as far as the viewer may know), when, why. */
export const EventView = z.object({
  id: z.uuid(),
  kind: z.string().meta({ example: 'order.published' }),
  at: Instant,
  who: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  attachments: z.array(AttachmentId),
})
export type EventView = z.infer<typeof EventView>
export const EventPage = pageOf(EventView)
export type EventPage = z.infer<typeof EventPage>
