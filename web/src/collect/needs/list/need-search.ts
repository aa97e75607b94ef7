import { z } from 'zod'
import { OrganizationId } from '@dj/shared/platform/ids.ts'
import { Channel, NeedState } from '@dj/shared/collect/need/need.schema.ts'
import type { NeedFilter } from '../needs.queries.ts'

const kept = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined)

/** The filters of the list as its address carries them; what cannot be read is dropped. */
export const NeedSearch = z.object({
  q: kept(z.union([z.string(), z.number().transform(String)]).pipe(z.string().max(60))),
  state: kept(NeedState),
  category: kept(z.string().max(40)),
  townId: kept(OrganizationId),
  channel: kept(Channel),
  mine: kept(z.boolean()),
})
export type NeedSearch = z.infer<typeof NeedSearch>

export const narrowing = ['q', 'state', 'category', 'townId', 'channel'] as const

/** One character is too few to search by: the list then stays as it is. */
export function toFilter(search: NeedSearch): NeedFilter {
  const q = search.q?.trim() ?? ''
  return { ...search, q: Array.from(q).length < 2 ? undefined : q, mine: search.mine === true ? true : undefined }
}
