import { z } from 'zod'
import { ClaimantKind } from '@dj/shared/build/order/claim-state.ts'
import { type EventKind as AnyKind, eventKinds as allKinds } from '@dj/shared/platform/event/event-kinds.ts'
import { Channel } from '@dj/shared/collect/need/need.schema.ts'
import { Tier } from '@dj/shared/county/organization/tier.ts'
import { RatingSide } from '@dj/shared/follow/rating/rating.schema.ts'
import { Instant } from '@dj/shared/platform/text.schema.ts'
import { CivilDate } from '@dj/shared/platform/time/quarter.ts'

const subjects = ['need', 'order', 'claim', 'delivery', 'finding', 'appeal', 'rectification', 'retirement'] as const
// A draft is nobody else's business yet, and who read a contact stands in the log alone.
const untold = ['finding.saved', 'need.contact_revealed'] as const satisfies readonly AnyKind[]

/** A kind of event an order's timeline knows; `i18n/events` has the words. */
export type EventKind = Exclude<Extract<AnyKind, `${(typeof subjects)[number]}.${string}`>, (typeof untold)[number]>

const isTold = (kind: AnyKind): kind is EventKind =>
  subjects.some((subject) => kind.startsWith(`${subject}.`)) && !untold.some((each) => each === kind)

export const eventKinds = allKinds.filter(isTold)

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
  outcome: kept(z.enum(['solved', 'unanswered', 'rectified'])),
  answer: kept(z.enum(['solved', 'partly', 'not', 'unanswered'])),
  via: kept(z.enum(['signed_in', 'receipt', 'telephone', 'silence'])),
  claimantKind: kept(ClaimantKind),
  participants: kept(z.int()),
  to: kept(Instant),
  releaseAt: kept(Instant),
  dueOn: kept(z.object({ to: CivilDate.nullable() })),
  slip: kept(z.boolean()),
  organization: kept(z.string()),
})
export type EventFacts = z.infer<typeof EventFacts>
