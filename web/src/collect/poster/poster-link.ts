import { z } from 'zod'
import type { CountyView } from '@dj/shared/county/organization/county.schema.ts'
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

/** The address a poster leads to: where the operator says that people reach the product, else where this browser does. */
export function posterAddress(
  { id, address }: Pick<CountyView, 'id' | 'address'>,
  { town, org }: PosterSearch,
): string {
  const search = new URLSearchParams(org !== undefined ? { org } : town !== undefined ? { town } : {})
  const query = search.toString()
  return `${address ?? window.location.origin}/raise/${id}${query === '' ? '' : `?${query}`}`
}

/** Whether no telephone but this very machine can follow it. */
export const leadsNowhere = (address: string): boolean =>
  /^(?:localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0)$/.test(new URL(address).hostname)
