import { z } from 'zod'

/** A county, B town or subdistrict, C organization: by scope of application, with the reason recorded. [003 建单] */
export const Tier = z.enum(['A', 'B', 'C'])
export type Tier = z.infer<typeof Tier>
