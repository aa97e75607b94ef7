import { z } from 'zod'

/** What a visit found of an order's effect, and what it therefore asks for. */
export const Effect = z.enum(['good', 'fair', 'poor']).meta({ description: '好 / 一般 / 差' })
export type Effect = z.infer<typeof Effect>
export const Verdict = z.enum(['pass', 'rectify', 'propose_retirement'])
export type Verdict = z.infer<typeof Verdict>
