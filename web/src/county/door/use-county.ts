import { useQuery } from '@tanstack/react-query'
import type { CountyView } from '@dj/shared/county/organization/county.schema.ts'
import { countyQueries } from './county.queries.ts'

/** The county the address names, or the only one there is; undefined where several could be meant, or nobody knows yet. */
export function useCounty(countyId: string | undefined): CountyView | undefined {
  const { data } = useQuery(countyQueries.all())
  return data?.find(({ id }) => id === countyId) ?? (data?.length === 1 ? data[0] : undefined)
}
