import { http, HttpResponse } from 'msw'
import type { z } from 'zod'
import { SaveDraft, SubmitFinding, type InspectionView } from '@dj/shared/follow/finding/finding.schema.ts'
import { EnterSlips, type Slip, type SlipReport } from '@dj/shared/follow/finding/slip.schema.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { problems } from '@dj/shared/problem.ts'
import { mayDo } from '../../../county/session/me.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { saveDraft, submit, type Answered, type Visit } from './findings.ts'
import { guarded, sent } from '../guard.ts'
import { claimantOf, claimsOn, organizationOf } from '../build/market.facts.ts'
import { deliveriesOf } from '../build/market.views.ts'
import { refuse, refuseField } from '../refuse.ts'
import { townOf } from './rounds.power.ts'
import { mayOn, orderOf } from './rounds.views.ts'
import type { FindingRecord, TargetRecord } from './rounds.records.ts'
import type { World } from '../world.ts'

/** The inspector's list, what is written of a visit, paper slips typed in, and what was found on an order. */
export const inspectionHandlers = (world: World) => [
  http.get('*/api/v1/inspections', () => guarded(world, 'inspection.list', (me) => list(world, me))),
  http.put('*/api/v1/inspections/:roundId/:orderId/draft', ({ params, request }) =>
    guarded(world, 'finding.save', (me) =>
      sent(request, SaveDraft, (body) => reply(saveDraft(world, visitOf(params, me), body), 200)),
    ),
  ),
  http.post('*/api/v1/inspections/:roundId/:orderId/finding', ({ params, request }) =>
    guarded(world, 'finding.submit', (me) =>
      sent(request, SubmitFinding, (body) => reply(submit(world, visitOf(params, me), body), 201)),
    ),
  ),
  http.post('*/api/v1/rounds/:id/slips', ({ params, request }) =>
    guarded(world, 'finding.enter_slip', (me) =>
      sent(request, EnterSlips, ({ slips }) => {
        const items = slips.map((slip) => enter(world, slip, String(params['id']), me))
        return HttpResponse.json({ items, stored: items.filter(({ finding }) => finding !== null).length })
      }),
    ),
  ),
  http.get('*/api/v1/orders/:id/findings', ({ params }) =>
    guarded(world, 'finding.list', (me) => foundOn(world, String(params['id']), me)),
  ),
]

const visitOf = (params: Readonly<Record<string, unknown>>, { person }: SessionView): Visit => {
  return { roundId: String(params['roundId']), orderId: String(params['orderId']), inspectorId: person.id }
}

function reply(answered: Answered, status: number) {
  if (answered.refused === undefined) return HttpResponse.json(answered.finding, { status })
  const { code, path } = answered.refused
  return path === undefined ? refuse(code) : refuseField(code, path)
}

function enter(
  world: World,
  slip: Slip,
  roundId: string,
  me: SessionView,
): z.input<typeof SlipReport>['items'][number] {
  const { orderId, inspectorId, ...writing } = slip
  const answered = submit(world, { roundId, orderId, inspectorId }, writing)
  const named = { findingId: slip.id, orderId }
  if (answered.refused === undefined) {
    answered.finding.enteredBy = me.person.alias
    return { ...named, finding: answered.finding, refusal: null }
  }
  const { code, path = null } = answered.refused
  return { ...named, finding: null, refusal: { code, path, message: problems[code].zh } }
}

function list(world: World, { person }: SessionView) {
  const { rounds, targets, checklists } = world.rounds
  const running = rounds.filter(({ state }) => state === 'running' || state === 'closing').map(({ id }) => id)
  const items = targets
    .filter(({ roundId, inspectorIds }) => running.includes(roundId) && inspectorIds.includes(person.id))
    .map((target) => toInspection(world, target, person.id))
    .toSorted((a, b) => (a.town ?? '').localeCompare(b.town ?? '') || a.owner.localeCompare(b.owner))
  const checklist = must(checklists.at(-1), 'the checklist in force')
  return HttpResponse.json({ items, checklist, asOf: new Date().toISOString() })
}

function toInspection(world: World, target: TargetRecord, inspectorId: string): z.input<typeof InspectionView> {
  const { market, rounds } = world
  const { roundId, orderId, basis } = target
  const { number, title, tier, state, ask, ownerId } = orderOf(world, orderId)
  const isOwn = (each: FindingRecord) =>
    each.roundId === roundId && each.orderId === orderId && each.inspector.id === inspectorId
  const finding = rounds.findings.find(isOwn) ?? null
  const round = must(
    rounds.rounds.find(({ id }) => id === roundId),
    'the round of a target',
  )
  return {
    ...{ roundId, quarter: round.quarter, orderId, number, title, tier, state, basis, ask },
    ...{ owner: organizationOf(market, ownerId).name, town: townOf(market, orderId) },
    ...{ location: '柳市镇智能电气产业园 3 号楼', acceptance: '需求方当面确认问题已解决，现场照片和签到表齐全。' },
    claimants: claimsOn(market, orderId).map((claim) => claimantOf(market, claim)),
    said: saidOn(world, orderId),
    ...{ lastProgress: null, dueAt: null, callees: [], ownerContact: null },
    callBackDue: false,
    finding,
    locked: finding?.state === 'final',
  }
}

function saidOn({ market }: World, orderId: string): z.input<typeof InspectionView>['said'] {
  const reports = market.events.flatMap(({ orderId: of, kind, at, data }) =>
    of === orderId && kind === 'claim.reported' && typeof data['words'] === 'string'
      ? [{ at, kind: 'progress' as const, words: data['words'], attachments: [] }]
      : [],
  )
  const delivered = deliveriesOf(market, orderId).map(({ deliveredAt: at, words }) => {
    return { at, kind: 'delivery' as const, words, attachments: [] }
  })
  return [...reports, ...delivered].toSorted((a, b) => a.at.localeCompare(b.at))
}

/** Whole for those who build there and for inspectors, words and verdict for the county. */
function foundOn(world: World, orderId: string, me: SessionView) {
  if (!world.market.orders.some(({ id }) => id === orderId)) return refuse('not_found')
  const whole = mayOn(world, me, 'order.edit', orderId) || mayDo(me, 'inspection.list')
  const found = world.rounds.findings.filter((each) => each.orderId === orderId && each.state === 'final')
  const items = found.map((each) => (whole ? each : { ...each, answers: {}, callBack: null, attachments: [] }))
  return HttpResponse.json({ items })
}
