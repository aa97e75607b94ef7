import { currentSettings } from '@dj/db/queries/county/settings.ts'
import { unreadTalks } from '@dj/db/queries/meet/unread-talks.ts'
import { workOf, type WorkRow } from '@dj/db/queries/meet/work.ts'
import { type Actor, reachOf } from '@dj/shared/policy.ts'
import type { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { releasedAt } from '@dj/shared/build/order/due.rules.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import { unclaimedSince } from '../../build/orders/unclaimed-since.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { wireInstant, wireInstantOrNull } from '../../platform/http/instant.ts'
import { accountWork } from './account-work.ts'
import { auditWork } from './audit-work.ts'
import { calendarWork } from './calendar-work.ts'
import { chainWork } from './chain-work.ts'
import { procedureWork } from './procedure-work.ts'
import { roundWork } from './round-work.ts'
import { thanksWork } from './thanks-work.ts'
import { byUrgency, toItem, type Waiting } from './waiting.ts'

const day = 86_400_000
const most = 200
/** So long the desk is told that an order came back. */
const GIVEN_BACK_DAYS = 5

/** Everything that waits for me, with ages: from needs to answer to orders to inspect. */
export async function readWork(deps: Deps, actor: Actor): Promise<Sent<typeof WorkView>> {
  const { db } = deps
  const now = deps.now()
  const asking = { db, actor, now, limit: most }
  const parts = await Promise.all([
    loopWork(deps, actor, now),
    roundWork(asking),
    procedureWork(asking),
    accountWork(asking),
    calendarWork(asking),
    chainWork(asking),
    auditWork(asking),
    talkWork(deps, actor),
    thanksWork(deps, actor, now),
  ])
  const items = parts.flat().toSorted(byUrgency).slice(0, most)
  return { items: items.map((each) => toItem(each, now)), total: items.length, asOf: now.toISOString() }
}

/** What the main loop asks: needs, drafts, claims, deliveries, ratings. */
async function loopWork(deps: Deps, actor: Actor, now: Date): Promise<Waiting[]> {
  const { settings } = await currentSettings(deps.db, actor.countyId)
  const ago = (days: number) => new Date(now.getTime() - days * day)
  const desk = {
    triages: reachOf('need.answer', actor).under,
    leads: reachOf('claim.take_for_organization', actor).under,
    operator: actor.grants.some(({ role }) => role === 'operator'),
  }
  const steps = [settings.unclaimed.offerWorkingDays]
  const [openSince = now] = (await unclaimedSince(deps.db, actor.countyId, now, steps)).since
  const at = {
    now,
    unansweredDays: settings.delivery.unansweredDays,
    reportDueSince: ago(settings.light.yellowSilentDays),
    unclaimedSince: openSince,
    givenBackSince: ago(GIVEN_BACK_DAYS),
  }
  return (await workOf(deps.db, actor, desk, at, most)).map((row) => toWaiting(row, settings))
}

const toWaiting = (row: WorkRow, settings: CountySettings): Waiting => ({
  kind: row.kind,
  subject: { kind: row.subject_kind, id: row.subject_id },
  orderId: row.order_id,
  title: row.title,
  since: wireInstant(row.since),
  dueAt: wireInstantOrNull(row.due_at),
  releasedAt: releaseOf(row, settings),
})

function releaseOf({ due_at: due, warned_at: warned }: WorkRow, { claim }: CountySettings): string | null {
  if (due === null || warned === null) return null
  const clock = { dueAt: new Date(due), warnedAt: new Date(warned) }
  return releasedAt(clock, claim.overdueReleaseDays)?.toISOString() ?? null
}

/** What somebody has said to me about a claim and I have not read. */
async function talkWork(deps: Deps, actor: Actor): Promise<Waiting[]> {
  const { countyId, personId } = actor
  const keeps = reachOf('need.answer', actor).under
  const leads = reachOf('claim.take_for_organization', actor).under
  const rows = await deps.withTx(countyId, (tx) => unreadTalks(tx, { countyId, personId, leads, keeps }, most))
  return rows.map((row) => ({
    kind: 'talk.unread',
    subject: { kind: 'claim', id: row.claim_id },
    orderId: row.order_id,
    title: row.title,
    since: wireInstant(row.since),
    dueAt: null,
  }))
}
