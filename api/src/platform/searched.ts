import { queryTerms } from '@dj/db/search/terms.ts'
import { Refused } from '@dj/shared/problem.ts'

/** The terms of a search; words too short to search by are refused, rather than answered with "nothing found". */
export function searched(q: string | undefined): string[] {
  if (q === undefined) return []
  const terms = queryTerms(q)
  if (terms.length === 0) throw new Refused('search.too_short', 'q')
  return terms
}
