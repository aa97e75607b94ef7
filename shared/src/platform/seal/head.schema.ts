import { z } from 'zod'
import { Instant } from '../text.schema.ts'

const hex = z.string().regex(/^[0-9a-f]{64}$/)

/** Where a county's chain of events ended on a morning: everything up to there can no longer be changed unseen. */
export const HeadView = z.object({
  day: z.iso.date(),
  seq: z.int().meta({ description: 'How many events were sealed' }),
  hash: hex,
  anchoredAt: Instant,
  countersignedBy: z.string().nullable().meta({ description: 'The alias of the audit administrator who signed it' }),
  countersignedAt: Instant.nullable(),
})
export type HeadView = z.infer<typeof HeadView>

/** The newest first, a quarter's worth. */
export const HeadList = z.object({ items: z.array(HeadView) })
export type HeadList = z.infer<typeof HeadList>

/** `text`: a line a head, as `verify-events --heads` reads it. */
export const HeadsQuery = z.strictObject({ format: z.enum(['json', 'text']).default('json') })
export type HeadsQuery = z.infer<typeof HeadsQuery>

/** The hash as the signer has seen it, so that a head exchanged meanwhile is not signed. */
export const CountersignHead = z.strictObject({ hash: hex })
export type CountersignHead = z.infer<typeof CountersignHead>
