import { insertAppeal } from '@dj/db/queries/follow/appeals.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { findFinding, updateFinding } from '@dj/db/queries/follow/findings.ts'
import { doubtedAt } from '@dj/db/queries/follow/flags.ts'
import { findRating } from '@dj/db/queries/follow/ratings.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { AppealId, AppealView, FileAppeal } from '@dj/shared/follow/appeal/appeal.schema.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { appealableSince, concernRefusal } from '@dj/shared/follow/appeal/appeal.rules.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import { isConcerned } from '../findings/concerned.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdOrder } from '../../build/orders/hold-order.ts'
import { workingTermFrom } from '../../county/calendar/working-term-from.ts'
import { readAppeal, toAppealView } from './appeal.view.ts'

interface Subject {
  orderId: string
  against: string | null
  since: Date
  before: Record<string, unknown>
}

/** By those whom the rating or finding concerns, or the county where it called a rating into doubt, within some working days. */
export function fileAppeal(
  deps: Deps,
  { actor, subject, subjectId, reason }: FileAppeal & { actor: Actor },
): Promise<Sent<typeof AppealView>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { orderId } = await subjectOf(tx, countyId, subject, subjectId)
    const { order, ownerPath } = await holdOrder(tx, actor, orderId)
    // Again behind the order: a rating may have been changed meanwhile.
    const { against, since, before } = await subjectOf(tx, countyId, subject, subjectId)
    const owned = { countyId, orderId, ownerId: order.ownerOrganizationId, ownerPath }
    const doubted = subject === 'rating' && may('flag.judge', actor) ? await doubtedAt(tx, countyId, subjectId) : null
    const concerned = await isConcerned(tx, actor, owned)
    refuseIf(concernRefusal({ against, by, concerned, doubted }))
    const { settings } = await currentSettings(tx, countyId)
    const { workingDays } = settings.appeal
    const from = appealableSince({ since, doubted, concerned })
    const { until } = await workingTermFrom(tx, countyId, from, workingDays)
    if (until !== null && at >= until) throw new Refused('appeal.too_late')
    const id = newId<AppealId>()
    const term = await workingTermFrom(tx, countyId, at, workingDays)
    const decide = { decideBy: term.until, decideFrom: term.from, decideDays: term.days }
    const filed = { subject, subjectId, orderId, reason, filedBy: by, filedAt: at, against, before }
    await insertAppeal(tx, { countyId, id, ...filed, ...decide, state: 'filed' })
    if (subject === 'finding') await updateFinding(tx, countyId, subjectId, { upheld: 'appealed' })
    const data = { appealId: id, subject, subjectId, decideBy: term.until?.toISOString() ?? null }
    await recordEvent(tx, { countyId, kind: 'appeal.filed', at, by, orderId, data })
    return toAppealView(await readAppeal(tx, actor, id), actor)
  })
}

async function subjectOf(tx: Tx, countyId: string, subject: FileAppeal['subject'], id: string): Promise<Subject> {
  if (subject === 'finding') {
    const finding = await findFinding(tx, countyId, id)
    if (finding?.state !== 'final') throw new Refused('not_found')
    const { orderId, inspectorId: against, receivedAt: since, effect, verdict } = finding
    return { orderId, against, since, before: { effect, verdict } }
  }
  const rating = await findRating(tx, countyId, id)
  if (!rating) throw new Refused('not_found')
  const { orderId, raterPersonId: against, ratedAt, changedAt, attitude, speed, result, excluded } = rating
  return { orderId, against, since: changedAt ?? ratedAt, before: { attitude, speed, result, excluded } }
}
