import { useInfiniteQuery } from '@tanstack/react-query'
import { previousQuarter, type Quarter, quarterOf } from '@dj/shared/platform/time/quarter.ts'
import { useNow } from '../../../platform/ui/time/now.ts'
import { roundQueries } from '../rounds.queries.ts'

/** This quarter and the last one, as far as they have no round; undefined until that is known. */
export function useFreeQuarters(): readonly Quarter[] | undefined {
  const now = quarterOf(useNow())
  const { data } = useInfiniteQuery(roundQueries.list())
  if (data === undefined) return undefined
  const rounds = data.pages.flatMap(({ items }) => items)
  const taken = rounds.flatMap(({ state, quarter }) => (state === 'aborted' ? [] : quarter))
  return [now, previousQuarter(now)].filter((of) => !taken.includes(of))
}
