import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { CountyView } from '@dj/shared/county/organization/county.schema.ts'
import { organizationQueries } from '../../county/organizations/organizations.queries.ts'
import { type audiences, PosterPageSearch, PosterSearch, type sizes } from './poster-link.ts'

export interface Poster {
  readonly county: CountyView
  /** As the page's address has it; the county on A4 where it says nothing. */
  readonly chosen: PosterSearch & { readonly whose: (typeof audiences)[number]; readonly size: (typeof sizes)[number] }
  readonly change: (part: { [Name in keyof PosterPageSearch]?: string }) => void
  /** What the link of the poster says. */
  readonly link: PosterSearch
  /** The name of whom it is put up for. */
  readonly desk: string | undefined
  /** Whether enough is chosen. */
  readonly isWhole: boolean
}

/** What is chosen stands in the address of the page, so that a poster can be found and printed again. */
export function usePoster(county: CountyView): Poster {
  const search: PosterPageSearch = useSearch({ from: '/signed-in/collect/needs/poster' })
  const { whose = 'county', size = 'a4', town, org } = search
  const navigate = useNavigate()
  const { data } = useQuery(organizationQueries.all())
  const townName = county.towns.find(({ id }) => id === town)?.name
  const organization = data?.find(({ id }) => id === org)?.name
  return {
    county,
    chosen: { whose, size, town, org },
    change: (part) =>
      void navigate({ to: '/needs/poster', replace: true, search: PosterPageSearch.parse({ ...search, ...part }) }),
    link: PosterSearch.parse(whose === 'town' ? { town } : whose === 'organization' ? { org } : {}),
    desk: whose === 'town' ? townName : whose === 'organization' ? organization : undefined,
    isWhole: whose === 'county' || (whose === 'town' ? townName : organization) !== undefined,
  }
}
