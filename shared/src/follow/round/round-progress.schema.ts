import { z } from 'zod'
import { Instant } from '../../platform/text.schema.ts'

export const RoundAct = z.enum([
  'commit',
  'freeze',
  'reveal',
  'fall_back',
  'public_value',
  'draw',
  'assign',
  'close',
  'confirm_close',
  'abort',
])
export type RoundAct = z.infer<typeof RoundAct>

/** An act that is the viewer's to do in this state of the round, and what it still waits for. */
export const BlockedAct = z.object({ act: RoundAct, code: z.string().meta({ description: 'Code of the refusal' }) })
export type BlockedAct = z.infer<typeof BlockedAct>

/** How far the checks of a town are: figures only, so that nobody learns which orders were drawn. */
export const TownProgress = z.object({
  town: z.string().nullable().meta({ description: 'Null: orders of the county itself' }),
  census: z.int(),
  sample: z.int(),
  targeted: z.int(),
  inspected: z.int(),
  excused: z.int(),
  waiting: z.int(),
})
export type TownProgress = z.infer<typeof TownProgress>

/** A published version of the bulletin of a round. */
export const PublishedVersion = z.object({ version: z.int(), publishedAt: Instant, correction: z.string().nullable() })
export type PublishedVersion = z.infer<typeof PublishedVersion>
