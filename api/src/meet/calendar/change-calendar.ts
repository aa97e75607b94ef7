import type { Reads } from '@dj/db/connect.ts'
import {
  calendarVersion,
  dayRulesBetween,
  insertCalendarChange,
  setCalendarDays,
  yearIsKnown,
} from '@dj/db/queries/county/calendar.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { CalendarProposal, ChangedDay, DayRule } from '@dj/shared/county/calendar/calendar.schema.ts'
import { changedDays, needsReason, proposalRefusal, readProposal } from '@dj/shared/county/calendar/proposal.rules.ts'
import type {
  CalendarEffect,
  ChangeCalendar,
  PreviewCalendar,
} from '@dj/shared/meet/calendar/calendar-change.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { countsOf, endAsPlanned, movesOf, type Planned, planDeadlines } from './deadline-plan.ts'

type Effect = Promise<Sent<typeof CalendarEffect>>
const most = 200

/** What a change would do, and to which deadlines: nothing is saved. */
export async function previewCalendar(
  deps: Deps,
  { actor, year, proposal }: PreviewCalendar & { actor: Actor },
): Effect {
  const { countyId } = actor
  const version = await calendarVersion(deps.db, countyId)
  const change = await changeOf(deps.db, countyId, year, proposal)
  const plan = await planDeadlines(deps.db, countyId, deps.now(), { changed: change.changed })
  return effectOf(deps.db, countyId, { year, version, change, plan })
}

/** Saves a change of the calendar, and gives every running deadline the end that the preview told. */
export function changeCalendar(
  deps: Deps,
  { actor, year, proposal, reason, version: seen }: ChangeCalendar & { actor: Actor },
): Effect {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    refuseIf((await calendarVersion(tx, countyId)) === seen ? undefined : 'calendar.changed_meanwhile')
    const change = await changeOf(tx, countyId, year, proposal)
    refuseIf(reason === null && needsReason(change.changed) ? 'calendar.reason_missing' : undefined, 'reason')
    const version = seen + 1
    const told = { source: proposal.source, words: proposal.source === 'correction' ? null : proposal.words }
    // A rival who saw the same version waits here for this row, and is refused.
    await insertCalendarChange(tx, {
      ...{ countyId, version, year, ...told, reason, days: toTell(change.changed) },
      ...{ changedBy: by, changedAt: at },
    })
    const plan = await planDeadlines(tx, countyId, at, { changed: change.changed })
    const effect = await effectOf(tx, countyId, { year, version, change, plan })
    await setCalendarDays(tx, countyId, change.changed)
    const data = { year, version, source: proposal.source, days: effect.days.length }
    await recordEvent(tx, { countyId, kind: 'calendar.changed', at, by, data })
    await endAsPlanned(tx, countyId, plan, at)
    return effect
  })
}

interface Change {
  bringsYear: boolean
  changed: ChangedDay[]
  leftOut: DayRule[]
}

async function changeOf(db: Reads, countyId: string, year: number, proposal: CalendarProposal): Promise<Change> {
  const { days, troubles } = readProposal(proposal, year)
  const [trouble] = troubles
  if (trouble !== undefined) throw new Refused(trouble.code, `proposal.words.${trouble.line}`)
  const known = await dayRulesBetween(db, countyId, `${year - 1}-12-01`, `${year + 1}-01-31`)
  const rules = new Map(known.map((rule) => [String(rule.day), rule]))
  const isKnown = await yearIsKnown(db, countyId, year)
  const withNames = proposal.source === 'correction'
  const changed = changedDays(days, rules, year, { yearIsKnown: isKnown, withNames })
  refuseIf(
    proposalRefusal(proposal, changed, year),
    proposal.source === 'correction' ? 'proposal.days' : 'proposal.words',
  )
  const leftOut = days.filter(({ day }) => !rules.has(day) && !day.startsWith(`${year}-`))
  return { bringsYear: !isKnown, changed, leftOut }
}

/** Of a year that is brought in whole, what the weekday alone would not say. */
const toTell = (changed: readonly ChangedDay[]) =>
  changed.filter(({ note, before }) => note !== null || before !== null)

interface Told {
  year: number
  version: number
  change: Change
  plan: readonly Planned[]
}

async function effectOf(db: Reads, countyId: string, { year, version, change, plan }: Told): Effect {
  const { bringsYear, changed, leftOut } = change
  const deadlines = await movesOf(db, countyId, plan, most)
  return { year, version, bringsYear, days: toTell(changed), leftOut, counts: countsOf(plan), deadlines }
}
