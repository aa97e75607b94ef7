import { http, HttpResponse } from 'msw'
import type { z } from 'zod'
import { must } from '@dj/shared/platform/assert.ts'
import { changedFinding, decideAppealRefusal, findingChangeRefusal } from '@dj/shared/follow/appeal/appeal.rules.ts'
import {
  AppealQuery,
  DecideAppeal,
  FileAppeal,
  type AppealSubject,
  type AppealView,
} from '@dj/shared/follow/appeal/appeal.schema.ts'
import { policyRefusal } from '@dj/shared/policy.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { actorOf } from '../../../county/session/me.ts'
import { asked, guarded, sent } from '../guard.ts'
import { partOf } from '../build/market.facts.ts'
import { newId } from '../build/market.ts'
import { refuse } from '../refuse.ts'
import { mayOn, orderOf, pathTo } from './rounds.views.ts'
import type { AppealRecord, FindingRecord } from './rounds.records.ts'
import { afterWorkingDays } from '../meet/workdays.ts'
import type { World } from '../world.ts'

/** Appeals against findings: what can be appealed, filing, and a third body's decision. */
export const appealHandlers = (world: World) => [
  http.get('*/api/v1/appeals', ({ request }) =>
    guarded(world, 'appeal.list', (me) => asked(request, AppealQuery, (query) => list(world, query, me))),
  ),
  http.get('*/api/v1/orders/:id/appealable', ({ params }) =>
    guarded(world, 'appeal.subjects', (me) => {
      const found = world.rounds.findings.filter((each) => each.orderId === params['id'] && each.state === 'final')
      const items = found.filter((each) => isSeen(world, each, me)).map((each) => toSubject(world, each, me))
      return HttpResponse.json({ workingDays: world.market.settings.appeal.workingDays, items })
    }),
  ),
  http.post('*/api/v1/appeals', ({ request }) =>
    guarded(world, 'appeal.file', (me) => sent(request, FileAppeal, (input) => file(world, input, me))),
  ),
  http.post('*/api/v1/appeals/:id/decision', ({ params, request }) =>
    guarded(world, 'appeal.decide', (me) =>
      sent(request, DecideAppeal, (input) => decide(world, String(params['id']), input, me)),
    ),
  ),
]

const isSeen = (world: World, { orderId, inspector }: FindingRecord, me: SessionView): boolean =>
  inspector.id === me.person.id || isConcerned(world, orderId, me) || mayOn(world, me, 'order.edit', orderId)

/** Leads the owning organization itself, or as secretary one above it. */
export const leadsOwner = (world: World, orderId: string, { roles }: SessionView): boolean =>
  roles.some(
    ({ role, organizationId }) =>
      ((role === 'town_organizer' || role === 'county_organizer') &&
        organizationId === orderOf(world, orderId).ownerId) ||
      (role === 'secretary' && pathTo(world, orderId).includes(organizationId)),
  )

const isConcerned = (world: World, orderId: string, me: SessionView): boolean =>
  leadsOwner(world, orderId, me) || partOf(world.market, orderId, me.person.id) === 'doer'

function list(world: World, { state, orderId }: AppealQuery, me: SessionView) {
  const leads = ['secretary', 'alliance_lead', 'town_organizer', 'county_organizer']
  const under = me.roles.filter(({ role }) => leads.includes(role)).map(({ organizationId }) => organizationId)
  const concerns = ({ filedById, againstId, orderId: id }: AppealRecord) =>
    [filedById, againstId].includes(me.person.id) || under.some((node) => pathTo(world, id).includes(node))
  const items = world.rounds.appeals
    .filter((appeal) => concerns(appeal) && [undefined, appeal.state].includes(state))
    .filter((appeal) => orderId === undefined || appeal.orderId === orderId)
    .toSorted((a, b) => b.filedAt.localeCompare(a.filedAt))
    .map((appeal) => toAppeal(world, appeal, me))
  return HttpResponse.json({ items, nextCursor: null, total: items.length })
}

export function toAppeal(world: World, appeal: AppealRecord, me: SessionView): z.input<typeof AppealView> {
  const { orderId, filedById: _filed, againstId: _against, ...facts } = appeal
  const { number, title } = orderOf(world, orderId)
  return { ...facts, order: { id: orderId, number, title }, mayDecide: decisionRefusal(world, appeal, me) ?? null }
}

function decisionRefusal(world: World, { orderId, state, filedById, againstId }: AppealRecord, me: SessionView) {
  const { tier, authorId } = orderOf(world, orderId)
  const part = partOf(world.market, orderId, me.person.id)
  return (
    policyRefusal('appeal.decide', actorOf(me), { path: pathTo(world, orderId) }) ??
    decideAppealRefusal(
      { state, filedById, againstIds: [againstId], order: { tier, authorId, publisherId: null } },
      { personId: me.person.id, part, leadsOwner: leadsOwner(world, orderId, me) },
    )
  )
}

const untilOf = ({ market }: World, { receivedAt }: FindingRecord): string =>
  afterWorkingDays(new Date(receivedAt), market.settings.appeal.workingDays)

function filingRefusal(world: World, finding: FindingRecord, me: SessionView) {
  if (policyRefusal('appeal.file', actorOf(me)) !== undefined) return 'auth.forbidden'
  if (world.rounds.appeals.some(({ subjectId }) => subjectId === finding.id)) return 'appeal.exists'
  if (finding.inspector.id === me.person.id || !isConcerned(world, finding.orderId, me)) return 'appeal.not_concerned'
  return new Date() >= new Date(untilOf(world, finding)) ? 'appeal.too_late' : undefined
}

function toSubject(world: World, finding: FindingRecord, me: SessionView): z.input<typeof AppealSubject> {
  const { effect, verdict } = finding
  const appeal = world.rounds.appeals.find(({ subjectId }) => subjectId === finding.id)
  return {
    ...{ subject: 'finding', subjectId: finding.id, side: null, quarter: finding.quarter, words: finding.words },
    ...{ mine: finding.inspector.id === me.person.id, at: finding.receivedAt },
    ...{ value: appeal?.before ?? { effect, verdict }, after: appeal?.after ?? null, until: untilOf(world, finding) },
    ...{ mayFile: filingRefusal(world, finding, me) ?? null, state: appeal?.state ?? null },
    ...{ decideBy: appeal?.decideBy ?? null, decisionReason: appeal?.decisionReason ?? null },
  }
}

function file(world: World, { subject, subjectId, reason }: FileAppeal, me: SessionView) {
  const finding = world.rounds.findings.find(({ id, state }) => id === subjectId && state === 'final')
  if (finding === undefined) return refuse('not_found')
  const refusal = filingRefusal(world, finding, me)
  if (refusal !== undefined) return refuse(refusal)
  const { orderId, effect, verdict, inspector } = finding
  const now = new Date()
  const appeal: AppealRecord = {
    ...{ id: newId(), version: 1, subject, subjectId, orderId, reason, filedBy: me.person.alias },
    ...{ filedById: me.person.id, againstId: inspector.id, filedAt: now.toISOString(), state: 'filed' },
    ...{ decideBy: afterWorkingDays(now, world.market.settings.appeal.workingDays), before: { effect, verdict } },
    ...{ after: null, decisionReason: null, decidedBy: null, decidedAt: null, effects: [] },
  }
  finding.upheld = 'appealed'
  world.rounds.appeals.push(appeal)
  return HttpResponse.json(toAppeal(world, appeal, me), { status: 201 })
}

function decide(world: World, appealId: string, input: DecideAppeal, me: SessionView) {
  const appeal = world.rounds.appeals.find(({ id }) => id === appealId)
  const finding = world.rounds.findings.find(({ id }) => id === appeal?.subjectId)
  if (appeal === undefined || finding === undefined) return refuse('not_found')
  const before = { effect: must(finding.effect, 'the effect'), verdict: must(finding.verdict, 'the verdict') }
  const isChange = input.decision === 'change'
  const refusal = decisionRefusal(world, appeal, me) ?? (isChange ? findingChangeRefusal(before, input) : undefined)
  if (refusal !== undefined) return refuse(refusal)
  const after = isChange ? { ...changedFinding(before, input) } : null
  Object.assign(finding, after, { upheld: isChange ? 'changed' : 'standing' })
  const decided = { decisionReason: input.reason, decidedBy: me.person.alias, decidedAt: new Date().toISOString() }
  Object.assign(appeal, { ...decided, after, state: isChange ? 'changed' : 'kept', version: appeal.version + 1 })
  return HttpResponse.json(toAppeal(world, appeal, me))
}
