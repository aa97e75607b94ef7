import type { Reads } from '@dj/db/connect.ts'
import { newestSince } from '@dj/db/queries/platform/events.ts'
import { type Actor, mayAnywhere } from '@dj/shared/policy.ts'
import type { Waiting } from './waiting.ts'

const WEEK_MS = 7 * 24 * 3_600_000

/** That somebody looked at as many contacts as an hour allows, to whoever reads the log. */
export async function auditWork({ db, actor, now }: { db: Reads; actor: Actor; now: Date }): Promise<Waiting[]> {
  if (!mayAnywhere('log.list', actor)) return []
  const { countyId } = actor
  const since = new Date(now.getTime() - WEEK_MS)
  const alarm = await newestSince(db, { countyId, kind: 'person.reveals_many', since })
  if (!alarm) return []
  const subject = { kind: 'person', id: alarm.by } as const
  const about = { kind: 'person.reveals_many', subject, orderId: null, title: alarm.alias } as const
  return [{ ...about, since: alarm.at.toISOString(), dueAt: null }]
}
