import type { Reads } from '@dj/db/connect.ts'
import { calendarBetween } from '@dj/db/queries/county/calendar.ts'
import { endTerms, type TermGroup, termGroups, termsOf } from '@dj/db/queries/meet/working-deadlines.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { DayRule, DeadlineKind } from '@dj/shared/county/calendar/calendar.schema.ts'
import { type Fate, fateOf } from '@dj/shared/county/calendar/deadline-fate.ts'
import type { DeadlineFate, DeadlineMove } from '@dj/shared/meet/calendar/calendar-change.schema.ts'
import { addDays } from '@dj/shared/platform/time/quarter.ts'
import type { Calendar } from '@dj/shared/platform/time/working-days.ts'
import type { Sent } from '../../platform/http/spec.ts'

export type Planned = Fate & { term: TermGroup }

/** What becomes of each running or waiting deadline when `changed` is laid over the calendar as it stands. */
export async function planDeadlines(
  db: Reads,
  countyId: string,
  at: Date,
  { changed = [], waitingOnly = false }: { changed?: readonly DayRule[]; waitingOnly?: boolean } = {},
): Promise<Planned[]> {
  const terms = await termGroups(db, countyId, { waitingOnly })
  const before = await calendarAround(db, countyId, terms)
  const after = new Map([...before, ...changed.map(({ day, isWorking }) => [String(day), isWorking] as const)])
  return terms.flatMap((term) => {
    const until = term.until === null ? null : new Date(term.until)
    const fate = fateOf({ ...term, until }, before, after, at)
    return fate === undefined ? [] : [{ ...fate, term }]
  })
}

async function calendarAround(db: Reads, countyId: string, terms: readonly TermGroup[]): Promise<Calendar> {
  const first = terms.map(({ day }) => day).toSorted()[0]
  // Far more days than the longest holidays can stretch a term to.
  const last = terms
    .map(({ day, days }) => addDays(day, days * 3 + 30))
    .toSorted()
    .at(-1)
  return first === undefined || last === undefined ? new Map() : calendarBetween(db, countyId, first, last)
}

type Counts = Partial<Record<DeadlineKind, number>>

/** Gives them their ends: how many of each kind were set, having waited, and how many moved. */
export async function endAsPlanned(tx: Tx, countyId: string, plan: readonly Planned[], at: Date) {
  const done: { set: Counts; moved: Counts } = { set: {}, moved: {} }
  for (const { fate, end, term } of plan) {
    if (fate === 'kept') continue
    const ended = await endTerms(tx, countyId, term, end)
    if (ended > 0) done[fate][term.kind] = (done[fate][term.kind] ?? 0) + ended
  }
  const event = { countyId, at, by: null }
  if (Object.keys(done.set).length > 0)
    await recordEvent(tx, { ...event, kind: 'calendar.deadlines_set', data: done.set })
  if (Object.keys(done.moved).length > 0)
    await recordEvent(tx, { ...event, kind: 'calendar.deadlines_moved', data: done.moved })
  return done
}

export function countsOf(plan: readonly Planned[]): Record<DeadlineFate, number> {
  const counts = { set: 0, moved: 0, kept: 0 }
  for (const { fate, term } of plan) counts[fate] += term.n
  return counts
}

/** The deadlines of a plan one by one, at most `limit`: those that move first. */
export async function movesOf(
  db: Reads,
  countyId: string,
  plan: readonly Planned[],
  limit: number,
): Promise<Sent<typeof DeadlineMove>[]> {
  const rank = { moved: 0, kept: 1, set: 2 }
  const moves: Sent<typeof DeadlineMove>[] = []
  for (const { term, fate, end } of plan.toSorted((a, b) => rank[a.fate] - rank[b.fate])) {
    if (moves.length >= limit) break
    const before = term.until === null ? null : new Date(term.until).toISOString()
    for (const row of await termsOf(db, countyId, term, limit - moves.length))
      moves.push({
        ...{ kind: term.kind, fate, id: row.id, orderId: row.order_id, title: row.title },
        ...{ before, after: end.toISOString() },
      })
  }
  return moves
}
