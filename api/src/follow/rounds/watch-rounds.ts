import { constraintOf } from '@dj/db/postgres-error.ts'
import { calendarBetween } from '@dj/db/queries/county/calendar.ts'
import { happenedSince, recordEvent } from '@dj/db/queries/platform/events.ts'
import { abortedRounds, roundOfQuarter } from '@dj/db/queries/follow/rounds.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { OpenRound } from '@dj/shared/follow/round/round.schema.ts'
import type { RoundPlan } from '@dj/shared/county/settings/round-plan.schema.ts'
import { addDays, civilDateOf, type Quarter, quarterBounds, quarterOf } from '@dj/shared/platform/time/quarter.ts'
import { oncePublished, workingDaysBetween } from '@dj/shared/platform/time/working-days.ts'
import type { Deps } from '../../platform/deps.ts'
import { planRound } from './plan-round.ts'

const MISSING = 'round.missing'
const GRACE_WORKING_DAYS = 10

/**
 * Why the calendar opened no round: nobody has planned it, or not in which notation the value will be typed; a round was given up and
 * people must decide anew; a holder has left; by the settings nothing would be drawn; or no working day can be counted.
 */
type Why = 'no_plan' | 'no_notation' | 'aborted' | 'holder_left' | 'draws_nothing' | 'calendar_missing'
export interface Watched {
  quarter: Quarter
  opened: boolean
  missing: Why | null
}
interface Watching {
  countyId: string
  quarter: Quarter
  at: Date
}

/** Opens the round of the quarter by the county's standing plan once its day has come; where that cannot be, raises the alarm, once a quarter. */
export async function watchRounds(deps: Deps, countyId: string): Promise<Watched> {
  const watched = await lookAt(deps, countyId).catch((error: unknown) => {
    // Somebody opened it in the same instant: then there is one.
    if (constraintOf(error) !== 'round_one_per_quarter') throw error
    return { quarter: quarterOf(deps.now()), opened: false, missing: null }
  })
  const { quarter, missing } = watched
  if (missing) deps.log.warn({ countyId, quarter, why: missing }, 'the round of this quarter has not been opened')
  return watched
}

const lookAt = (deps: Deps, countyId: string): Promise<Watched> =>
  deps.withTx(countyId, async (tx, at) => {
    const watching = { countyId, quarter: quarterOf(at), at }
    const round = await roundOfQuarter(tx, countyId, watching.quarter)
    const acted = round ? { opened: false, missing: null } : await openOrWarn(tx, watching)
    return { quarter: watching.quarter, ...acted }
  })

async function openOrWarn(tx: Tx, watching: Watching): Promise<Omit<Watched, 'quarter'>> {
  const { countyId, quarter } = watching
  const { settings } = await currentSettings(tx, countyId)
  const { plan } = settings.round
  const aborted = (await abortedRounds(tx, countyId, quarter)).length > 0
  const day = await workingDayOf(tx, watching)
  if (day === null) return { opened: false, missing: 'calendar_missing' }
  const planned = aborted ? null : plan
  if (planned && day < planned.openOnWorkingDay) return { opened: false, missing: null }
  const failed = planned && (await openByPlan(tx, watching, planned))
  if (failed === 'opened') return { opened: true, missing: null }
  if (!planned && day <= GRACE_WORKING_DAYS) return { opened: false, missing: null }
  const missing = failed ?? (aborted ? 'aborted' : 'no_plan')
  await warn(tx, watching, missing)
  return { opened: false, missing }
}

/** How many working days the quarter has had, today included; null where no calendar says. */
async function workingDayOf(tx: Tx, { countyId, quarter, at }: Watching): Promise<number | null> {
  const before = addDays(civilDateOf(quarterBounds(quarter).from), -1)
  const today = civilDateOf(at)
  const calendar = await calendarBetween(tx, countyId, before, today)
  return oncePublished(() => workingDaysBetween(calendar, before, today))
}

/** Opened, or why not. */
async function openByPlan(tx: Tx, { countyId, quarter, at }: Watching, standing: RoundPlan): Promise<'opened' | Why> {
  const { seedHolderIds, publicValueSource, publicValueNotation, publicValueAfterDays, dueAfterDays } = standing
  if (publicValueNotation === null) return 'no_notation'
  const today = civilDateOf(at)
  const [publicValueOn, dueOn] = [addDays(today, publicValueAfterDays), addDays(today, dueAfterDays)]
  const plan: OpenRound = { quarter, dueOn, seedHolderIds, publicValueSource, publicValueNotation, publicValueOn }
  try {
    await planRound(tx, { countyId, plan, by: null, at })
    return 'opened'
  } catch (error) {
    if (error instanceof Refused && error.code === 'grant.person_unknown') return 'holder_left'
    if (error instanceof Refused && error.code === 'round.draws_nothing') return 'draws_nothing'
    throw error
  }
}

async function warn(tx: Tx, { countyId, quarter, at }: Watching, why: Why): Promise<void> {
  if (await happenedSince(tx, { countyId, kind: MISSING, since: quarterBounds(quarter).from })) return
  await recordEvent(tx, { countyId, kind: MISSING, at, by: null, data: { quarter, why } })
}
