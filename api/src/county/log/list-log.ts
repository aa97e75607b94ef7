import { listLog } from '@dj/db/queries/county/log.ts'
import type { LogEntry, LogPage, LogQuery } from '@dj/shared/county/people/people.schema.ts'
import { endOfCivilDay, startOfCivilDay } from '@dj/shared/platform/time/quarter.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import { cutPage, fromCursor } from '../../platform/http/cursor.ts'
import type { Sent } from '../../platform/http/spec.ts'

type Row = Awaited<ReturnType<typeof listLog>>[number]

/** Every event of the county with the names of who is in it, the last first. */
export async function listLogFor(
  deps: Deps,
  { actor, limit, cursor, from, until, ...filter }: LogQuery & { actor: Actor },
): Promise<Sent<typeof LogPage>> {
  const before = fromCursor(cursor)?.id ?? null
  const rows = await listLog(deps.db, actor.countyId, {
    ...{ ...filter, before, limit: limit + 1 },
    ...(from && { from: startOfCivilDay(from) }),
    ...(until && { until: endOfCivilDay(until) }),
  })
  const { items, nextCursor } = cutPage(rows, limit, ({ event: { at, id } }) => ({ key: at.toISOString(), id }))
  return { items: items.map(toLogEntry), nextCursor }
}

function toLogEntry(row: Row): Sent<typeof LogEntry> {
  const { id, kind, at, by, data } = row.event
  return { id, kind, at: at.toISOString(), by, byAlias: row.byAlias, subject: subjectOf(row), data }
}

/** What was acted on; a claim goes by its order, a grant by whose it is. */
function subjectOf({ event, order, person }: Row): Sent<typeof LogEntry>['subject'] {
  const { claimId, orderId, needId, data } = event
  const named = [
    { kind: 'claim', id: claimId, name: order },
    { kind: 'order', id: orderId, name: order },
    { kind: 'need', id: needId, name: null },
    { kind: 'grant', id: data['grantId'], name: person },
    { kind: 'person', id: data['personId'], name: person },
  ]
  const [first] = named.flatMap(({ kind, id, name }) => (typeof id === 'string' ? [{ kind, id, name }] : []))
  return first ?? null
}
