import { z } from 'zod'
export const CivilDate = z.iso.date()
export type CivilDate = z.infer<typeof CivilDate>
export const Quarter = z.string().regex(/^\d{4}Q[1-4]$/)
export type Quarter = z.infer<typeof Quarter>
