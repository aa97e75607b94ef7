import { currentSettings } from '@dj/db/queries/settings.ts'
import { workOf, type WorkRow } from '@dj/db/queries/work.ts'
import { type Actor, reachOf } from '@dj/shared/people/policy.ts'
import type { WorkItem, WorkView } from '@dj/shared/work/work.schema.ts'
import type { Deps } from '../deps.ts'
import { unclaimedSince } from '../orders/unclaimed-since.ts'
import type { Sent } from '../http/spec.ts'
import { wireInstant, wireInstantOrNull } from '../http/instant.ts'

const day = 86_400_000
const most = 200

/** Everything that waits for me, with ages: needs to answer, drafts to publish, claims to report, deliveries to answer. */
export async function readWork(deps: Deps, actor: Actor): Promise<Sent<typeof WorkView>> {
  const now = deps.now()
  const { settings } = await currentSettings(deps.db, actor.countyId)
  const ago = (days: number) => new Date(now.getTime() - days * day)
  const desk = {
    triages: reachOf('need.answer', actor).under,
    leads: reachOf('claim.take_for_organization', actor).under,
    operator: actor.grants.some(({ role }) => role === 'operator'),
  }
  const steps = [settings.unclaimed.offerWorkingDays]
  const [openSince = now] = await unclaimedSince(deps.db, actor.countyId, now, steps)
  const at = {
    now,
    reportDueSince: ago(settings.light.yellowSilentDays),
    unclaimedSince: openSince,
  }
  const rows = await workOf(deps.db, actor, desk, at, most)
  return { items: rows.map((row) => toItem(row, now)), total: rows.length, asOf: now.toISOString() }
}

function toItem(row: WorkRow, now: Date): Sent<typeof WorkItem> {
  return {
    kind: row.kind,
    subject: { kind: row.subject_kind, id: row.subject_id },
    orderId: row.order_id,
    title: row.title.length > 80 ? `${row.title.slice(0, 79)}…` : row.title,
    since: wireInstant(row.since),
    dueAt: wireInstantOrNull(row.due_at),
    overdue: row.due_at !== null && new Date(row.due_at) <= now,
  }
}
