import { z } from 'zod'

export const LightColour = z.enum(['green', 'yellow', 'red'])
export type LightColour = z.infer<typeof LightColour>
