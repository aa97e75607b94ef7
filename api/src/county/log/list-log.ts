import { listLog } from '@dj/db/queries/county/log.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { LogEntry, LogExport, LogPage, LogQuery } from '@dj/shared/county/people/people.schema.ts'
import { endOfCivilDay, startOfCivilDay } from '@dj/shared/platform/time/quarter.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import { cutPage, fromCursor } from '../../platform/http/cursor.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { subjectOf } from './subject.ts'

/** Every event of the county with the names of who is in it, the last first. */
export async function listLogFor(
  deps: Deps,
  { actor, limit, cursor, ...asked }: LogQuery & { actor: Actor },
): Promise<Sent<typeof LogPage>> {
  const before = fromCursor(cursor)?.id ?? null
  const [rows, { settings }] = await Promise.all([
    listLog(deps.db, actor.countyId, { ...toFilter(asked), before, limit: limit + 1 }),
    currentSettings(deps.db, actor.countyId),
  ])
  const { items, nextCursor } = cutPage(rows, limit, ({ ms, id }) => ({ key: new Date(ms).toISOString(), id }))
  const entries = items.map((row): Sent<typeof LogEntry> => {
    const { id, kind, ms, by, byAlias, data } = row
    return { id, kind, at: new Date(ms).toISOString(), by, byAlias, subject: subjectOf(row, settings.categories), data }
  })
  return { items: entries, nextCursor }
}

/** Days as instants. */
export const toFilter = ({ from, until, ...filter }: LogExport) => ({
  ...filter,
  ...(from && { from: startOfCivilDay(from) }),
  ...(until && { until: endOfCivilDay(until) }),
})
