import { z } from 'zod'
import { OrderId } from '../../platform/ids.ts'
import { Effect, Verdict } from '../../exit/verdict.ts'
import { Grade, RatingSide } from '../rating/rating.schema.ts'
import { Quarter } from '../../platform/time/quarter.ts'
import { Instant, Page, pageOf, text } from '../../platform/text.schema.ts'

export const AppealId = z.uuid().brand<'AppealId'>().meta({ description: 'AppealId (UUID v7)' })
export type AppealId = z.infer<typeof AppealId>
export const FileAppeal = z.strictObject({
  subject: z.enum(['rating', 'finding']),
  subjectId: z.uuid(),
  reason: text(4, 2000),
})
export type FileAppeal = z.infer<typeof FileAppeal>
/** Decided by a third body: neither the one appealed against nor anybody with a part in the order. Both values are kept. */
export const DecideAppeal = z.strictObject({
  decision: z.enum(['change', 'keep']),
  reason: text(2, 2000),
  effect: Effect.optional(),
  verdict: Verdict.optional(),
  grades: z.strictObject({ attitude: Grade, speed: Grade, result: Grade }).optional(),
  excluded: z.boolean().optional().meta({ description: 'The rating no longer counts' }),
})
export type DecideAppeal = z.infer<typeof DecideAppeal>
/** What a decision ended or began, beside the figures, which are always counted from the newest value. */
export const AppealEffect = z.enum([
  'rectification.voided',
  'retirement.withdrawn',
  'rectification.issued',
  'retirement.proposed',
])
export type AppealEffect = z.infer<typeof AppealEffect>
export const AppealView = z.object({
  id: AppealId,
  version: z.int(),
  subject: z.enum(['rating', 'finding']),
  subjectId: z.uuid(),
  order: z.object({ id: OrderId, number: z.string().nullable(), title: z.string() }),
  reason: z.string(),
  filedBy: z.string(),
  filedAt: Instant,
  decideBy: Instant.nullable().meta({ description: 'Null while it waits for the working-day calendar of its year' }),
  state: z.enum(['filed', 'changed', 'kept']),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()).nullable(),
  decisionReason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  effects: z.array(AppealEffect),
  mayDecide: z.string().nullable().meta({ description: 'Code of the refusal, null when allowed' }),
})
export type AppealView = z.infer<typeof AppealView>
export const AppealQuery = z.strictObject({
  ...Page,
  state: z.enum(['filed', 'changed', 'kept']).optional(),
  orderId: OrderId.optional(),
})
export type AppealQuery = z.infer<typeof AppealQuery>
export const AppealPage = pageOf(AppealView).extend({ total: z.int() })
export type AppealPage = z.infer<typeof AppealPage>

/** A rating or finding the viewer gave or may see whole, how long it can be appealed, and what became of an appeal. Both values stay. */
export const AppealSubject = z.object({
  subject: z.enum(['rating', 'finding']),
  subjectId: z.uuid(),
  side: RatingSide.nullable().meta({ description: 'Of a rating; who gave it is not told' }),
  quarter: Quarter.nullable(),
  mine: z.boolean().meta({ description: 'The viewer gave it' }),
  words: z.string().nullable(),
  at: Instant.meta({ description: 'Given, or changed last' }),
  value: z.record(z.string(), z.unknown()).meta({ description: 'As it was given' }),
  after: z.record(z.string(), z.unknown()).nullable().meta({ description: 'As a decided appeal changed it' }),
  until: Instant.nullable().meta({
    description: 'The end of the time to appeal, exclusive; null while it waits for the working-day calendar',
  }),
  mayFile: z.string().nullable().meta({ description: 'Code of the refusal, null when allowed' }),
  state: AppealView.shape.state.nullable(),
  decideBy: Instant.nullable(),
  decisionReason: z.string().nullable(),
})
export type AppealSubject = z.infer<typeof AppealSubject>
export const AppealSubjects = z.object({
  workingDays: z.int(),
  items: z.array(AppealSubject),
})
