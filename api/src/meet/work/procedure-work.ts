import type { Reads } from '@dj/db/connect.ts'
import { type AppealListRow, listAppeals } from '@dj/db/queries/follow/appeals.ts'
import { listRetirements, type RetirementListRow } from '@dj/db/queries/exit/retirement-views.ts'
import { listReopenings } from '@dj/db/queries/follow/reopenings.ts'
import { noticesToPutRight, type NoticeRow } from '@dj/db/queries/exit/notices-waiting.ts'
import { type Actor, may, mayAnywhere, reachOf } from '@dj/shared/policy.ts'
import type { WorkItem } from '@dj/shared/meet/work/work.schema.ts'
import { refusalToDecide } from '../../follow/appeals/appeal.view.ts'
import { organizationsLed } from '../../build/orders/leads-owner.ts'
import { wireInstant, wireInstantOrNull } from '../../platform/http/instant.ts'
import { noticesToReinspect } from '../../exit/rectifications/notices-to-reinspect.ts'
import { mayOnRetirement } from '../../exit/retirements/retirement.view.ts'
import { refusalToReopen } from '../../follow/reopenings/reopening.view.ts'
import type { Waiting } from './waiting.ts'

interface Asking {
  db: Reads
  actor: Actor
  now: Date
  limit: number
}

/** What rectifications, retirements and appeals ask of this person. */
export async function procedureWork(asking: Asking): Promise<Waiting[]> {
  const parts = [
    toPutRight(asking),
    toReinspect(asking),
    onRetirements(asking),
    completionsToDecide(asking),
    appealsToDecide(asking),
  ]
  return (await Promise.all(parts)).flat()
}

/** Whoever is named answers for it; while nobody is, those who lead the owner. */
async function toPutRight({ db, actor, now, limit }: Asking): Promise<Waiting[]> {
  if (!mayAnywhere('rectification.work', actor)) return []
  const { countyId, personId } = actor
  const rows = await noticesToPutRight(db, { countyId, personId, now, ...organizationsLed(actor) }, limit)
  return rows
    .filter((row) => may('rectification.work', actor, { path: row.owner_path, personId: row.responsible_id }))
    .map((row) => ({
      ...onNotice('rectification.work', row, row.issued_at),
      dueAt: wireInstantOrNull(row.deadline_at),
      nudges: row.nudges && { ...row.nudges, last: wireInstant(row.nudges.last) },
    }))
}

async function toReinspect({ db, actor, now, limit }: Asking): Promise<Waiting[]> {
  const rows = await noticesToReinspect(db, actor, now, limit)
  return rows.map((row) => onNotice('rectification.reinspect', row, row.submitted_at ?? row.issued_at))
}

const onNotice = (kind: WorkItem['kind'], row: NoticeRow, since: string): Waiting => ({
  kind,
  subject: { kind: 'rectification', id: row.id },
  orderId: row.order_id,
  title: row.title,
  since: wireInstant(since),
  dueAt: null,
})

async function onRetirements({ db, actor, now, limit }: Asking): Promise<Waiting[]> {
  const liveUnder = reachOf('retirement.answer', actor).under
  if (liveUnder.length === 0) return []
  const rows = await listRetirements(db, actor.countyId, { liveUnder }, { limit, after: null })
  return rows.flatMap((row) => {
    const allowed = mayOnRetirement(row, actor, now)
    const waiting = onRetirement(row)
    const due = wireInstantOrNull(row.notice_until)
    const asked = row.objections.filter(({ answer }) => answer === null).map(({ at }) => wireInstant(at))
    return [
      ...(allowed.decide === null ? [waiting('retirement.decide', wireInstant(row.proposed_at), null)] : []),
      ...(allowed.answer ? [waiting('retirement.answer', asked[0] ?? wireInstant(row.proposed_at), due)] : []),
      ...(allowed.finalise === null ? [waiting('retirement.finalise', due ?? now.toISOString(), null)] : []),
    ]
  })
}

const onRetirement =
  (row: RetirementListRow) =>
  (kind: WorkItem['kind'], since: string, dueAt: string | null): Waiting => ({
    ...{ kind, subject: { kind: 'retirement', id: row.id }, orderId: row.order_id, title: row.title },
    ...{ since, dueAt },
  })

/** Completions that an inspection questions, for a second person at the right level. */
async function completionsToDecide({ db, actor, limit }: Asking): Promise<Waiting[]> {
  const { under } = reachOf('reopening.decide', actor)
  if (under.length === 0) return []
  const rows = await listReopenings(db, actor.countyId, { state: 'proposed', under }, limit)
  return rows
    .filter((row) => refusalToReopen(row, 'keep', actor) === null)
    .map(({ order_id: orderId, title, proposed_at: since }) => ({
      ...{ kind: 'order.reopen', subject: { kind: 'order', id: orderId }, orderId, title },
      ...{ since: wireInstant(since), dueAt: null },
    }))
}

/** For a third body alone: the same rule that the decision itself asks. */
async function appealsToDecide({ db, actor, limit }: Asking): Promise<Waiting[]> {
  const { all, under } = reachOf('appeal.decide', actor)
  if (!all && under.length === 0) return []
  const seenBy = { personId: actor.personId, under }
  const rows = await listAppeals(db, actor, { state: 'filed', seenBy }, { limit, after: null })
  return rows.filter((row) => refusalToDecide(row, actor) === undefined).map((row) => onAppeal('appeal.decide', row))
}

const onAppeal = (kind: WorkItem['kind'], row: AppealListRow): Waiting => ({
  ...{ kind, subject: { kind: 'appeal', id: row.id }, orderId: row.order_id, title: row.title },
  ...{ since: wireInstant(row.filed_at), dueAt: wireInstantOrNull(row.decide_by) },
})
