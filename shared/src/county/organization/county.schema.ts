import { z } from 'zod'
import { CountyId, OrganizationId } from '../../platform/ids.ts'

/** A county of this installation, as anybody may see it: what the open form of needs asks for. */
export const CountyView = z.object({
  id: CountyId,
  name: z.string(),
  demo: z.boolean(),
  towns: z.array(z.object({ id: OrganizationId, name: z.string() })),
})
export type CountyView = z.infer<typeof CountyView>
export const CountyList = z.object({
  items: z.array(CountyView).meta({ description: 'One in most installations; none before set-up' }),
})
export type CountyList = z.infer<typeof CountyList>
