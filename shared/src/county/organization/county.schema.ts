import { z } from 'zod'
import { Category } from '../settings/category.ts'
import { Hotline } from '../settings/hotline.schema.ts'
import { CountyId, OrganizationId } from '../../platform/ids.ts'

/** A county of this installation, as anybody may see it: what the open form of needs asks for. */
export const CountyView = z.object({
  id: CountyId,
  name: z.string(),
  demo: z.boolean(),
  hotline: Hotline.nullable(),
  address: z.url().nullable().meta({ description: 'Where people reach the product, if its operator has said so' }),
  towns: z.array(z.object({ id: OrganizationId, name: z.string() })),
  categories: z
    .array(z.object({ code: Category, zh: z.string(), en: z.string() }))
    .meta({ description: 'As the county calls them, in its order' }),
})
export type CountyView = z.infer<typeof CountyView>
/** Whose desk a poster leads to: what the open form says of it. */
export const CountyDesk = z.object({
  id: OrganizationId,
  name: z.string(),
  townId: OrganizationId.nullable(),
})
export type CountyDesk = z.infer<typeof CountyDesk>
export const CountyList = z.object({
  items: z.array(CountyView).meta({ description: 'One in most installations; none before set-up' }),
})
export type CountyList = z.infer<typeof CountyList>
