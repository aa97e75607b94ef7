import { z } from 'zod'
import { OrganizationId } from '@dj/shared/platform/ids.ts'

const id = OrganizationId.optional().catch(undefined)

/** What the link of a poster says beside the county: whose poster it is, or which town. */
export const PosterSearch = z.object({ town: id, org: id })
export type PosterSearch = z.infer<typeof PosterSearch>

export const audiences = ['county', 'town', 'organization'] as const
export const sizes = ['a4', 'a5'] as const
/** What is chosen on the page where a poster is made. */
export const PosterPageSearch = PosterSearch.extend({
  whose: z.enum(audiences).optional().catch(undefined),
  size: z.enum(sizes).optional().catch(undefined),
})
export type PosterPageSearch = z.infer<typeof PosterPageSearch>

/** The address a poster leads to, on any telephone. */
export function posterAddress(countyId: string, { town, org }: PosterSearch): string {
  const search = new URLSearchParams(org !== undefined ? { org } : town !== undefined ? { town } : {})
  const query = search.toString()
  return `${window.location.origin}/raise/${countyId}${query === '' ? '' : `?${query}`}`
}
