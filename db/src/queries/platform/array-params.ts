import { type SQL, sql } from 'drizzle-orm'
import { writeArray } from '../../array-types.ts'

// One parameter however many elements, so that the statement's text recurs and can stay prepared.
export const uuidArray = (ids: readonly string[]): SQL => sql`${writeArray(ids)}::uuid[]`
export const textArray = (texts: readonly string[]): SQL => sql`${writeArray(texts)}::text[]`
