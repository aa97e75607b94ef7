import { sql } from 'drizzle-orm'
import type { RectificationRow } from './rectifications.ts'

/** A finding that came to a running notice: who found it, and which items are its own. */
export interface AddedFinding {
  findingId: string
  foundBy: string
  items: number[]
  /** What stood there already and this one asks, too. */
  shared?: number[]
}

/** The findings that came to a notice after it was issued. */
export const addedFindings = ({ facts }: Pick<RectificationRow, 'facts'>): AddedFinding[] =>
  Array.isArray(facts['added']) ? facts['added'] : []

/** Every inspector whose finding a notice rests on. */
export const findersOf = (notice: Pick<RectificationRow, 'foundBy' | 'facts'>): string[] => [
  ...(notice.foundBy === null ? [] : [notice.foundBy]),
  ...addedFindings(notice).map(({ foundBy }) => foundBy),
]

/** The same for the notices of `r`. */
export const finders = sql`array_remove(array[r.found_by] || array(select (x ->> 'foundBy')::uuid
  from jsonb_array_elements(coalesce(r.facts -> 'added', '[]')) x), null)`
