import { z } from 'zod'
import { OrderId, OrganizationId, PersonId } from '../../platform/ids.ts'
import { Tier } from '../../county/organization/tier.ts'
import { Instant, Page, pageOf, text } from '../../platform/text.schema.ts'
import { CivilDate, Quarter } from '../../platform/time/quarter.ts'
import { Notation } from '../../county/settings/notation.rules.ts'
import { BlockedAct, PublishedVersion, RoundAct, TownProgress } from './round-progress.schema.ts'

export const RoundId = z.uuid().brand<'RoundId'>().meta({ description: 'RoundId (UUID v7)' })
export type RoundId = z.infer<typeof RoundId>

export const RoundState = z.enum(['planned', 'frozen', 'drawn', 'running', 'closing', 'closed', 'aborted'])
export type RoundState = z.infer<typeof RoundState>

const Hex64 = z.string().regex(/^[0-9a-f]{64}$/, 'seed')

/** Plans the round: who holds the seeds, and where and when the public value will appear. */
export const OpenRound = z.strictObject({
  quarter: Quarter,
  dueOn: CivilDate.meta({ description: 'When the round should be closed; later it shows as overdue' }),
  seedHolderIds: z.tuple([PersonId, PersonId]),
  publicValueSource: text(4, 200).meta({ description: 'e.g. 2026年12月26日双色球开奖号码' }),
  publicValueOn: CivilDate,
  publicValueNotation: Notation,
})
export type OpenRound = z.infer<typeof OpenRound>
export const CommitSeed = z.strictObject({ commitment: Hex64 })
export type CommitSeed = z.infer<typeof CommitSeed>
export const RevealSeed = z.strictObject({ seed: Hex64 })
export type RevealSeed = z.infer<typeof RevealSeed>
export const FallBackSeed = z.strictObject({ position: z.literal([1, 2]), reason: text(2, 500) })
export type FallBackSeed = z.infer<typeof FallBackSeed>
/** Letter by letter: what would have to be trimmed or folded first is refused. */
export const TypePublicValue = z.strictObject({
  value: z
    .string()
    .min(1)
    .max(200)
    .refine((typed) => text(1, 200).safeParse(typed).data === typed, { params: { code: 'round.value_notation' } }),
})
export type TypePublicValue = z.infer<typeof TypePublicValue>
/** An interest the system cannot know of: declared by the inspector, for everything below that organization. */
export const DeclareConflict = z.strictObject({ organizationId: OrganizationId, reason: text(2, 500) })
export type DeclareConflict = z.infer<typeof DeclareConflict>
export const ConflictView = z.object({ organizationId: OrganizationId, reason: z.string(), declaredAt: Instant })
export type ConflictView = z.infer<typeof ConflictView>
export const ConflictList = z.object({ items: z.array(ConflictView) })
export const AbortRound = z.strictObject({ reason: text(4, 500) })
export type AbortRound = z.infer<typeof AbortRound>

export const SeedView = z.object({
  position: z.literal([1, 2]),
  holder: z.object({ id: PersonId, alias: z.string() }),
  commitment: z.string().nullable(),
  committedAt: Instant.nullable(),
  seed: z.string().nullable().meta({ description: 'Shown once the round has ended: before, it would tell the sample' }),
  revealedAt: Instant.nullable(),
  fallbackReason: z.string().nullable(),
})
export type SeedView = z.infer<typeof SeedView>

const halfway = z.int().nullable().meta({ description: 'Null to others than the leads until the round is closed' })

export const RoundView = z.object({
  id: RoundId,
  version: z.int(),
  quarter: Quarter,
  state: RoundState,
  leadBodies: z.array(z.string()),
  dueOn: CivilDate,
  overdue: z.boolean(),
  openedAt: Instant,
  seeds: z.array(SeedView),
  publicValueSource: z.string(),
  publicValueOn: CivilDate,
  publicValueNotation: z.string().nullable().meta({ description: 'Null: planned before notations were announced' }),
  publicValue: z.string().nullable(),
  frozenAt: Instant.nullable(),
  frameHash: z.string().nullable(),
  frameCount: z.int().nullable(),
  poolHash: z
    .string()
    .nullable()
    .meta({ description: 'Of the inspectors frozen with the frame; null in rounds from before' }),
  poolCount: z.int().nullable(),
  drawnAt: Instant.nullable(),
  rate: z.number(),
  minimum: z.int(),
  settingsVersion: z.int(),
  counts: z.object({
    census: z.int(),
    sample: z.int(),
    targeted: z.int(),
    inspected: halfway,
    excused: halfway,
    waiting: halfway,
  }),
  /** What the sample can find, if one in ten C orders is bad: per town. */
  power: z.array(z.object({ town: z.string(), total: z.int(), drawn: z.int(), chance: z.number() })),
  closingBy: z.string().nullable(),
  closedAt: Instant.nullable(),
  abortReason: z.string().nullable(),
  next: z.array(RoundAct).meta({ description: 'What the viewer may do now' }),
  blocked: z.array(BlockedAct).meta({ description: 'What would be theirs to do, and why not yet' }),
  towns: z.array(TownProgress).meta({ description: 'To the leads who read this one round; empty elsewhere' }),
  bulletins: z.array(PublishedVersion).meta({ description: 'Published versions, the newest first' }),
})
export type RoundView = z.infer<typeof RoundView>
export const RoundPage = pageOf(RoundView)
export type RoundPage = z.infer<typeof RoundPage>

export const Basis = z.enum(['census', 'sample', 'targeted'])
export type Basis = z.infer<typeof Basis>
export const TargetState = z.enum(['waiting', 'inspected', 'excuse_asked', 'excused'])
export type TargetState = z.infer<typeof TargetState>

/** What somebody who goes there, with paper or without a network, has to know of the work. */
export const brief = {
  acceptance: z.string(),
  claimants: z.array(z.string()),
  lastProgress: z.object({ at: Instant, words: z.string() }).nullable(),
  dueAt: Instant.nullable().meta({ description: 'Of the claims in hand the first; null where there is none' }),
}

/** One order to be checked in a round. Targets of a sample are shown to their inspector alone until visited. */
export const TargetView = z.object({
  orderId: OrderId,
  number: z.string().nullable(),
  title: z.string(),
  tier: Tier,
  basis: Basis,
  owner: z.object({ id: OrganizationId, name: z.string() }),
  town: z.object({ id: OrganizationId, name: z.string() }).nullable(),
  location: z.string().nullable(),
  ...brief,
  state: TargetState,
  excuse: z.object({ reason: z.string(), askedBy: z.string(), decidedBy: z.string().nullable() }).nullable(),
  inspectors: z.array(z.object({ id: PersonId, alias: z.string(), done: z.boolean() })),
})
export type TargetView = z.infer<typeof TargetView>
export const TargetQuery = z.strictObject({
  ...Page,
  basis: Basis.optional(),
  state: TargetState.optional(),
  townId: OrganizationId.optional(),
})
export type TargetQuery = z.infer<typeof TargetQuery>
export const TargetPage = pageOf(TargetView).extend({ total: z.int().nullable() })
export type TargetPage = z.infer<typeof TargetPage>
export const AskExcuse = z.strictObject({ reason: text(4, 500) })
export type AskExcuse = z.infer<typeof AskExcuse>
export const DecideExcuse = z.strictObject({ decision: z.enum(['excuse', 'refuse']) })
export type DecideExcuse = z.infer<typeof DecideExcuse>

export const BundleQuery = z.strictObject({ part: z.enum(['bundle', 'verifier', 'vectors']).default('bundle') })
export type BundleQuery = z.infer<typeof BundleQuery>

/** Why something was dealt: at first, again for what was left open, by asking others than the pool, or because it was handed on. */
export const DealReason = z.enum(['draw', 'again', 'supplement', 'conflict', 'no_longer_inspector'])
export type DealReason = z.infer<typeof DealReason>

/** Who was to inspect what, dealt among these inspectors but for the pairs excluded. */
export const DrawDeal = z.object({
  at: Instant,
  reason: DealReason,
  inspectors: z.array(z.string()),
  orderId: z.string().nullable().meta({ description: 'Only this order; null: all that was open' }),
  ended: z.tuple([z.int(), z.string()]).nullable().meta({ description: 'The slot handed on, and who held it' }),
  excluded: z.array(z.tuple([z.string(), z.string()])).meta({ description: 'Order and inspector with an interest' }),
  dealt: z.array(z.tuple([z.string(), z.int(), z.string()])).meta({ description: 'Order, slot, inspector' }),
})
export type DrawDeal = z.infer<typeof DrawDeal>

/** What is published with the result: enough to compute the draw again. */
export const DrawBundle = z.object({
  format: z.enum(['dangjian-draw/1', 'dangjian-draw/2']),
  county: z.object({ id: z.string(), name: z.string() }),
  roundId: z.string(),
  quarter: Quarter,
  algorithm: z.string(),
  rate: z.number(),
  minimum: z.int(),
  commitments: z.tuple([Hex64, Hex64]),
  committedAt: z.tuple([Instant, Instant]),
  frozenAt: Instant,
  frameHash: Hex64,
  poolHash: Hex64.optional(),
  pool: z
    .array(z.string())
    .optional()
    .meta({ description: 'Since dangjian-draw/2: the inspectors frozen with the frame' }),
  publicValue: z.object({
    source: z.string(),
    announcedAt: Instant,
    on: CivilDate,
    notation: z.string().nullable().optional().meta({ description: 'Since dangjian-draw/2' }),
    value: z.string(),
    typedAt: Instant,
  }),
  seeds: z.tuple([Hex64, Hex64]),
  withheld: z.array(z.object({ position: z.int(), reason: z.string() })),
  frame: z.array(z.tuple([z.string(), z.int(), Tier, z.string().nullable(), z.string()])),
  sample: z.record(z.string(), z.array(z.string())),
  targeted: z.array(z.string()),
  deals: z.array(DrawDeal).optional().meta({ description: 'Since dangjian-draw/2: every deal, in order' }),
  aborted: z
    .array(z.object({ roundId: z.string(), reason: z.string(), at: Instant }))
    .meta({ description: 'Earlier attempts at this quarter' }),
  digest: Hex64.meta({ description: 'SHA-256 of the JSON text of everything above' }),
})
export type DrawBundle = z.infer<typeof DrawBundle>
