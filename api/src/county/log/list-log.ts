import { listLog } from '@dj/db/queries/county/log.ts'
import type { LogEntry, LogPage, LogQuery } from '@dj/shared/county/people/people.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import { cutPage, fromCursor } from '../../platform/http/cursor.ts'
import type { Sent } from '../../platform/http/spec.ts'

type Event = Awaited<ReturnType<typeof listLog>>[number]

/** Every event of the county, the last first: ids, not names. */
export async function listLogFor(
  deps: Deps,
  { actor, limit, cursor, ...filter }: LogQuery & { actor: Actor },
): Promise<Sent<typeof LogPage>> {
  const before = fromCursor(cursor)?.id ?? null
  const rows = await listLog(deps.db, actor.countyId, { ...filter, before, limit: limit + 1 })
  const { items, nextCursor } = cutPage(rows, limit, ({ at, id }) => ({ key: at.toISOString(), id }))
  return { items: items.map(toLogEntry), nextCursor }
}

function toLogEntry(event: Event): Sent<typeof LogEntry> {
  const { id, kind, at, by, data } = event
  return { id, kind, at: at.toISOString(), by, subject: subjectOf(event), data }
}

function subjectOf({ claimId, orderId, needId, data }: Event): Sent<typeof LogEntry>['subject'] {
  const named = { claim: claimId, order: orderId, need: needId, grant: data['grantId'], person: data['personId'] }
  const [first] = Object.entries(named).flatMap(([kind, id]) => (typeof id === 'string' ? [{ kind, id }] : []))
  return first ?? null
}
