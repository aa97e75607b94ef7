import { z } from 'zod'
import { OrderId } from '../../platform/ids.ts'
import { Instant, text } from '../../platform/text.schema.ts'
import { Quarter } from '../../platform/time/quarter.ts'

export const FlagKind = z.enum(['same_device', 'same_minute', 'reciprocal', 'soon_after_look']).meta({
  description:
    'Many raters on one device · many within a minute · two organizations that praise each other · a receipt code used within minutes of somebody seeing the contact',
})
export type FlagKind = z.infer<typeof FlagKind>

/** How many make a pattern. They are shown to a human and never punish anybody by themselves. */
export const flagThresholds = { sameDevice: 3, sameMinute: 3, reciprocal: 2, highMarks: 14 } as const

export const FlagQuery = z.strictObject({ quarter: Quarter.optional() })
export type FlagQuery = z.infer<typeof FlagQuery>

export const FlagId = z
  .string()
  .regex(/^[\da-f]{64}$/)
  .meta({ description: 'Names the pattern; says nothing of devices or people' })
export const FlagVerdict = z
  .enum(['clear', 'doubtful'])
  .meta({ description: 'Looked at and nothing wrong · in doubt: the county may appeal against its ratings' })
export type FlagVerdict = z.infer<typeof FlagVerdict>
/** A human's word on a pattern as it was seen: `n` ratings. What came in since has to be looked at first. */
export const JudgeFlag = z.strictObject({
  quarter: Quarter,
  n: z.int().min(1).max(1_000_000),
  verdict: FlagVerdict,
  note: text(2, 1000),
})
export type JudgeFlag = z.infer<typeof JudgeFlag>
export const FlagView = z.object({
  id: FlagId,
  kind: FlagKind,
  n: z.int().meta({ description: 'Ratings and answers in the pattern' }),
  ratingIds: z.array(z.uuid()),
  deliveryIds: z.array(z.uuid()).meta({ description: 'Deliveries whose answers are in it' }),
  orders: z.array(z.object({ id: OrderId, number: z.string().nullable(), title: z.string() })),
  organizations: z.array(z.string()).meta({ description: 'The two that praise each other' }),
  firstAt: Instant,
  lastAt: Instant,
  judgement: z
    .object({ verdict: FlagVerdict, note: z.string(), by: z.string(), at: Instant })
    .nullable()
    .meta({ description: 'The newest; null while nobody has looked' }),
  newSince: z.int().meta({ description: 'Ratings that joined the pattern after that' }),
  mayJudge: z.string().nullable().meta({ description: 'Code of the refusal, null when allowed' }),
})
export type FlagView = z.infer<typeof FlagView>
export const FlagList = z.object({ quarter: Quarter, items: z.array(FlagView) })
export type FlagList = z.infer<typeof FlagList>
