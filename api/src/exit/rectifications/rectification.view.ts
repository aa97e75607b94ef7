import type { Reads } from '@dj/db/connect.ts'
import { listRectifications, type RectificationListRow } from '@dj/db/queries/exit/rectification-views.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import { type Actor, may, policyRefusal } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import {
  failsAt,
  nudgeRefusal,
  rectificationLight,
  reinspectRefusal,
} from '@dj/shared/exit/rectification/rectification.rules.ts'
import type { RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { leadsOwner } from '../../build/orders/leads-owner.ts'
import { wireInstant, wireInstantOrNull } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { interestsIn } from './interests-in.ts'
import { type WorkingDaysLeft, workingDaysLeft } from './working-days-left.ts'

interface Seen {
  actor: Actor
  at: Date
  left: WorkingDaysLeft
  failAfterDays: number
  /** The orders whose second look is not for the actor. */
  interests: ReadonlySet<string>
}

/** What all these notices are seen with, asked once. */
export async function seenBy(db: Reads, actor: Actor, rows: readonly RectificationListRow[], at: Date): Promise<Seen> {
  const { countyId, personId: by } = actor
  const deadlines = rows.map((row) => row.deadline_at)
  const submitted = may('rectification.reinspect', actor) ? rows.filter(({ state }) => state === 'submitted') : []
  const orderIds = submitted.map((row) => row.order_id)
  const [left, { settings }, interests] = await Promise.all([
    workingDaysLeft(db, countyId, deadlines, at),
    currentSettings(db, countyId),
    orderIds.length === 0 ? [] : interestsIn(db, { countyId, by, orderIds, at }),
  ])
  const { failAfterDays } = settings.rectification
  return { actor, at, left, failAfterDays, interests: new Set(interests) }
}

export function toRectificationView(
  row: RectificationListRow,
  { actor, at, left, failAfterDays, interests }: Seen,
): Sent<typeof RectificationView> {
  const person = (id: string | null, alias: string | null) => (id === null ? null : { id, alias: alias ?? '' })
  const works =
    row.state === 'issued' && may('rectification.work', actor, { path: row.owner_path, personId: row.responsible_id })
  const deadline = row.deadline_at === null ? null : new Date(row.deadline_at)
  const notice = { state: row.state, foundBy: row.finders, submittedBy: row.submitted_by }
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    state: row.state,
    order: { id: row.order_id, number: row.order_number, title: row.title },
    owner: { id: row.owner_id, name: row.owner_name },
    cause: row.cause,
    items: row.items,
    responsible: person(row.responsible_id, row.responsible_alias),
    issuedBy: row.issued_by,
    issuedAt: wireInstant(row.issued_at),
    deadlineAt: wireInstantOrNull(row.deadline_at),
    workingDaysLeft: row.state === 'issued' ? left(deadline) : null,
    extended: row.extended,
    failsAt: failsAt(row.state, deadline, failAfterDays)?.toISOString() ?? null,
    light: rectificationLight(row.state, deadline, at),
    submittedAt: wireInstantOrNull(row.submitted_at),
    reinspector: person(row.reinspector_id, row.reinspector_alias),
    decidedAt: wireInstantOrNull(row.decided_at),
    decision: row.decision,
    nudges: row.nudges && { ...row.nudges, last: wireInstant(row.nudges.last) },
    may: {
      work: works,
      extend: works && !row.extended,
      submit: works && row.items.every((item) => item.done !== null),
      reinspect:
        may('rectification.reinspect', actor) &&
        !reinspectRefusal(notice, { personId: actor.personId, part: null }) &&
        !interests.has(row.order_id),
      nudge: refusalToNudge(row, actor, at) ?? null,
    },
  }
}

/** Whoever stands above the owner may call for it. */
const refusalToNudge = (row: RectificationListRow, actor: Actor, at: Date) =>
  policyRefusal('rectification.nudge', actor, { path: row.owner_path }) ??
  nudgeRefusal(
    {
      state: row.state,
      responsibleId: row.responsible_id,
      lastNudgedAt: row.nudges && new Date(row.nudges.last),
      leadsOwner: leadsOwner(actor, { ownerId: row.owner_id, ownerPath: row.owner_path }),
    },
    actor.personId,
    at,
  )

/** One notice as it now stands. */
export async function viewRectification(
  db: Reads,
  id: string,
  actor: Actor,
  at: Date,
): Promise<Sent<typeof RectificationView>> {
  const [row] = await listRectifications(db, actor.countyId, { id }, { limit: 1, after: null })
  if (!row) throw new Refused('not_found')
  return toRectificationView(row, await seenBy(db, actor, [row], at))
}
