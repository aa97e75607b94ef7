import { appealSubjects, type SubjectRow } from '@dj/db/queries/follow/appeal-subjects.ts'
import { calendarBetween } from '@dj/db/queries/county/calendar.ts'
import { ownerOf } from '@dj/db/queries/build/orders.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import { ownerAndState } from '@dj/db/queries/build/timeline.ts'
import { appealableSince, concernRefusal } from '@dj/shared/follow/appeal/appeal.rules.ts'
import type { AppealSubject, AppealSubjects } from '@dj/shared/follow/appeal/appeal.schema.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { type ProblemCode, Refused } from '@dj/shared/problem.ts'
import { deadlineAfterWorkingDays } from '@dj/shared/platform/time/deadline.ts'
import { addDays, civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { type Calendar, oncePublished } from '@dj/shared/platform/time/working-days.ts'
import type { Deps } from '../../platform/deps.ts'
import { isConcerned } from '../findings/concerned.ts'
import { wireInstant, wireInstantOrNull } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { isVisible } from '../../build/orders/read-order.ts'

/** What on an order can be appealed, until when, and what became of it: for those concerned and the organizers above; to others what they gave. */
export async function listSubjects(
  deps: Deps,
  { actor, orderId }: { actor: Actor; orderId: string },
): Promise<Sent<typeof AppealSubjects>> {
  const { countyId } = actor
  const [found, owner, { settings }] = await Promise.all([
    ownerAndState(deps.db, countyId, orderId),
    ownerOf(deps.db, countyId, orderId),
    currentSettings(deps.db, countyId),
  ])
  if (!found || !owner || !isVisible(found, actor)) throw new Refused('not_found')
  const { workingDays } = settings.appeal
  const concerned = await isConcerned(deps.db, actor, { countyId, orderId, ownerId: owner.id, ownerPath: owner.path })
  const whole = concerned || may('order.edit', actor, { path: owner.path })
  const at = deps.now()
  const rows = await appealSubjects(deps.db, countyId, orderId)
  const earliest = new Date(Math.min(at.getTime(), ...rows.map((row) => Date.parse(row.at))))
  const last = addDays(civilDateOf(at), 3 * workingDays + 30)
  const calendar = await calendarBetween(deps.db, countyId, civilDateOf(earliest), last)
  const seeing = { actor, at, concerned, calendar, workingDays }
  return { workingDays, items: rows.filter((row) => whole || isMine(row, actor)).map((row) => toSubject(row, seeing)) }
}

interface Seeing {
  actor: Actor
  at: Date
  concerned: boolean
  calendar: Calendar
  workingDays: number
}

const isMine = ({ against }: SubjectRow, { personId }: Actor): boolean => against === personId

function toSubject(row: SubjectRow, seeing: Seeing): Sent<typeof AppealSubject> {
  const until = deadlineOf(row, seeing)
  return {
    subject: row.subject,
    subjectId: row.subject_id,
    side: row.side,
    quarter: row.quarter,
    mine: isMine(row, seeing.actor),
    words: row.words,
    at: wireInstant(row.at),
    value: row.before ?? row.value,
    after: row.after,
    until: until?.toISOString() ?? null,
    mayFile: refusalToFile(row, seeing, until) ?? null,
    state: row.state,
    decideBy: wireInstantOrNull(row.decide_by),
    decisionReason: row.decision_reason,
  }
}

const doubtOf = (row: SubjectRow, { actor }: Seeing): Date | null =>
  row.doubted_at !== null && may('flag.judge', actor) ? new Date(row.doubted_at) : null

/** Null while it waits for the calendar. */
function deadlineOf(row: SubjectRow, seeing: Seeing): Date | null {
  const { calendar, concerned, workingDays } = seeing
  const since = appealableSince({ since: new Date(row.at), doubted: doubtOf(row, seeing), concerned })
  return oncePublished(() => deadlineAfterWorkingDays(calendar, since, workingDays))
}

function refusalToFile(row: SubjectRow, seeing: Seeing, until: Date | null): ProblemCode | undefined {
  const { actor, concerned } = seeing
  const asked = { against: row.against, by: actor.personId, concerned, doubted: doubtOf(row, seeing) }
  if (!may('appeal.file', actor)) return 'auth.forbidden'
  if (row.state !== null) return 'appeal.exists'
  return concernRefusal(asked) ?? (until !== null && seeing.at >= until ? 'appeal.too_late' : undefined)
}
