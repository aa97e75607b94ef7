import { Refused } from '@dj/shared/problem.ts'
import { z } from 'zod'

/** Where a keyset-paged list goes on: the last row's sort key (as PostgreSQL writes it, to the microsecond) and id. */
const Position = z.strictObject({
  key: z
    .string()
    .max(60)
    .regex(/^[\w:.+ -]+$/),
  id: z.uuid(),
})
export type Position = z.infer<typeof Position>

export const toCursor = (position: Position): string => Buffer.from(JSON.stringify(position)).toString('base64url')

/** What a list is sorted by: an instant or day, or a name that is compared as text. */
type Key = 'moment' | 'name'

export function fromCursor(cursor: string | undefined, key: Key = 'moment'): Position | null {
  if (cursor === undefined) return null
  const position = Position.safeParse(readJson(Buffer.from(cursor, 'base64url').toString()))
  if (!position.success) throw new Refused('request.bad_cursor', 'cursor')
  if (key === 'moment' && !isMoment(position.data.key)) throw new Refused('request.bad_cursor', 'cursor')
  return position.data
}

const Moment = z.union([z.iso.date(), z.iso.datetime({ offset: true }), z.literal('infinity')])

/** Made up, it would break the statement it is written into: only what PostgreSQL itself can have written passes. */
function isMoment(key: string): boolean {
  const iso = key.replace(' ', 'T').replace(/(T.*[+-]\d\d)$/, '$1:00')
  return (
    Moment.safeParse(iso).success &&
    (key === 'infinity' || /^[12]/.test(key)) &&
    !/[+-](?:1[5-9]|2)\d?:?\d*$/.test(iso.slice(10))
  )
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Cuts a result that was asked for with one row more than the page: the extra row only tells that there is a next page. */
export function cutPage<Row>(rows: readonly Row[], limit: number, positionOf: (row: Row) => Position) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? toCursor(positionOf(last)) : null }
}
