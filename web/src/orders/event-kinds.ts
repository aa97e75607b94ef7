import { z } from 'zod'
import { ClaimantKind } from '@dj/shared/claim/claim.schema.ts'
import { Channel } from '@dj/shared/need/need.schema.ts'
import { Tier } from '@dj/shared/organization/tier.ts'
import { RatingSide } from '@dj/shared/rating/rating.schema.ts'
import { Instant } from '@dj/shared/text.schema.ts'

/** Every kind of event an order's timeline knows; `i18n/events` has the words. */
export const eventKinds = [
  'need.received',
  'need.imported',
  'need.answered',
  'need.declined',
  'need.reopened',
  'need.seconded',
  'need.merged',
  'need.unmerged',
  'order.built',
  'order.edited',
  'order.published',
  'order.discarded',
  'order.seconded',
  'order.open',
  'order.claimed',
  'order.delivered',
  'order.rated',
  'order.closed',
  'order.cycle_ended',
  'claim.taken',
  'claim.requested',
  'claim.accepted',
  'claim.declined',
  'claim.lapsed',
  'claim.participant_confirmed',
  'claim.participant_declined',
  'claim.converted',
  'claim.extended',
  'claim.reported',
  'claim.released',
  'claim.delivered',
  'delivery.answered',
  'finding.submitted',
  'appeal.filed',
  'appeal.changed',
  'appeal.kept',
  'rectification.issued',
  'rectification.responsible_named',
  'rectification.item_answered',
  'rectification.extended',
  'rectification.nudged',
  'rectification.submitted',
  'rectification.passed',
  'rectification.failed',
  'rectification.voided',
  'retirement.proposed',
  'retirement.refused',
  'retirement.on_notice',
  'retirement.objected',
  'retirement.objection_answered',
  'retirement.withdrawn',
  'order.retired',
] as const
export type EventKind = (typeof eventKinds)[number]

export const kindOf = (kind: string): EventKind | undefined => eventKinds.find((known) => known === kind)

const kept = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined)

/** What an event may carry. A fact of an unexpected shape is not shown; the event still is. */
export const EventFacts = z.object({
  words: kept(z.string()),
  reason: kept(z.string()),
  share: kept(z.number()),
  hours: kept(z.number()),
  number: kept(z.string()),
  tier: kept(Tier),
  channel: kept(Channel),
  needIds: kept(z.array(z.unknown())),
  fields: kept(z.array(z.string())),
  side: kept(RatingSide),
  attitude: kept(z.int()),
  speed: kept(z.int()),
  result: kept(z.int()),
  outcome: kept(z.enum(['solved', 'unanswered'])),
  answer: kept(z.enum(['solved', 'partly', 'not', 'unanswered'])),
  via: kept(z.enum(['signed_in', 'receipt', 'telephone', 'silence'])),
  claimantKind: kept(ClaimantKind),
  participants: kept(z.int()),
  to: kept(Instant),
  slip: kept(z.boolean()),
})
export type EventFacts = z.infer<typeof EventFacts>
