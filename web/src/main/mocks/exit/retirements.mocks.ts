import { http, HttpResponse } from 'msw'
import { z } from 'zod'
import type { Operation } from '@dj/shared/policy.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { decideRefusal, finaliseRefusal, withdrawRefusal } from '@dj/shared/exit/retirement/retirement.rules.ts'
import {
  AnswerObjection,
  DecideRetirement,
  ProposeRetirement,
  RetirementQuery,
  WithdrawRetirement,
} from '@dj/shared/exit/retirement/retirement.schema.ts'
import { deadlineAfterDays } from '@dj/shared/platform/time/deadline.ts'
import { actorOf } from '../../../county/session/me.ts'
import { asked, guarded, sent, type Refusal } from '../guard.ts'
import { note } from '../build/market.events.ts'
import { objectionHandler } from './objections.mocks.ts'
import { backToWork } from './procedures.ts'
import { propose } from './propose-retirement.ts'
import { refuse } from '../refuse.ts'
import { deciding, toRetirement } from './retirements.views.ts'
import { mayOn, orderOf } from '../follow/rounds.views.ts'
import type { RetirementRecord } from '../follow/rounds.records.ts'
import { afterWorkingDays } from '../meet/workdays.ts'
import type { World } from '../world.ts'

/** Leaving the library: proposal, decision, public notice with objections, final, and back again. */
export const retirementHandlers = (world: World) => [
  http.get('*/api/v1/retirements', ({ request }) =>
    guarded(world, 'retirement.list', (me) => asked(request, RetirementQuery, (query) => list(world, query, me))),
  ),
  http.get('*/api/v1/retirements/:id', ({ params }) =>
    guarded(world, 'retirement.read', (me) => {
      const found = world.rounds.retirements.find(({ id }) => id === params['id'])
      return found === undefined ? refuse('not_found') : HttpResponse.json(toRetirement(world, found, me))
    }),
  ),
  http.post('*/api/v1/orders/:id/retirements', ({ params, request }) =>
    guarded(world, 'retirement.propose', (me) =>
      sent(request, ProposeRetirement, (input) => propose(world, String(params['id']), input, me)),
    ),
  ),
  act(world, 'decision', 'retirement.decide', DecideRetirement, decide),
  objectionHandler(world),
  act(world, 'objections/:objectionId/answer', 'retirement.answer', AnswerObjection, answer),
  act(world, 'finalisation', 'retirement.finalise', z.object({}), finalise),
  act(world, 'withdrawal', 'retirement.withdraw', WithdrawRetirement, withdraw),
]

interface On {
  world: World
  retirement: RetirementRecord
  me: SessionView
  objectionId: string
}

const act = <S extends z.ZodType>(
  world: World,
  verb: string,
  operation: Operation,
  body: S,
  apply: (on: On, input: z.output<S>) => Refusal,
) =>
  http.post(`*/api/v1/retirements/:id/${verb}`, ({ params, request }) =>
    guarded(world, operation, (me) =>
      sent(request, body, (input) => {
        const retirement = world.rounds.retirements.find(({ id }) => id === params['id'])
        if (retirement === undefined) return refuse('not_found')
        if (!mayOn(world, me, operation, retirement.orderId)) return refuse('auth.forbidden')
        const refusal = apply({ world, retirement, me, objectionId: String(params['objectionId']) }, input)
        if (refusal !== undefined) return refuse(refusal)
        retirement.version += 1
        return HttpResponse.json(toRetirement(world, retirement, me))
      }),
    ),
  )

function list(world: World, { state, orderId }: RetirementQuery, me: SessionView) {
  const items = world.rounds.retirements
    .filter((each) => state === undefined || each.state === state)
    .filter((each) => orderId === undefined || each.orderId === orderId)
    .toSorted((a, b) => b.proposedAt.localeCompare(a.proposedAt))
    .map((each) => toRetirement(world, each, me))
  return HttpResponse.json({ items, nextCursor: null, total: items.length })
}

function decide({ world, retirement, me }: On, { decision, reason }: DecideRetirement): Refusal {
  const order = orderOf(world, retirement.orderId)
  const refusal = decideRefusal(deciding(world, retirement), actorOf(me))
  if (refusal !== undefined) return refusal
  const now = new Date()
  const noticeUntil = afterWorkingDays(now, world.market.settings.retirement.noticeWorkingDays)
  const decided = { decidedBy: me.person.alias, decidedAt: now.toISOString(), decisionReason: reason }
  if (decision === 'approve') Object.assign(retirement, { ...decided, state: 'on_notice', noticeUntil })
  else Object.assign(retirement, { ...decided, state: 'refused' })
  const kind = decision === 'approve' ? 'retirement.on_notice' : 'retirement.refused'
  note(world.market, order, kind, me.person.alias, decision === 'approve' ? { reason, noticeUntil } : { reason })
  if (decision === 'refuse') backToWork(world, order)
  return undefined
}

function answer({ retirement, me, objectionId }: On, { answer: words }: AnswerObjection): Refusal {
  const objection = retirement.objections.find(({ id }) => id === objectionId)
  if (objection === undefined) return 'not_found'
  if (objection.byId === me.person.id) return 'auth.forbidden'
  if (objection.answer !== null) return 'objection.answered'
  Object.assign(objection, { answer: words, answeredBy: me.person.alias, answeredAt: new Date().toISOString() })
  return undefined
}

function finalise({ world, retirement, me }: On): Refusal {
  const order = orderOf(world, retirement.orderId)
  const [now, { noticeUntil: until }] = [new Date(), retirement]
  const openObjections = retirement.objections.filter((each) => each.answer === null).length
  const facts = { state: retirement.state, tier: order.tier, openObjections }
  const noticeUntil = until === null ? null : new Date(until)
  const refusal = finaliseRefusal({ ...facts, noticeUntil }, actorOf(me), now)
  if (refusal !== undefined) return refusal
  const [finalAt, { undoDays }] = [now.toISOString(), world.market.settings.retirement]
  const undoUntil = deadlineAfterDays(now, undoDays).toISOString()
  Object.assign(retirement, { state: 'final', finalBy: me.person.alias, finalAt, undoUntil })
  Object.assign(order, { state: 'retired', stateSince: finalAt })
  note(world.market, order, 'order.retired', me.person.alias, { words: retirement.reason, undoUntil })
  return undefined
}

function withdraw({ world, retirement, me }: On, { reason }: WithdrawRetirement): Refusal {
  const now = new Date()
  const undoUntil = retirement.undoUntil === null ? null : new Date(retirement.undoUntil)
  const refusal = withdrawRefusal({ ...deciding(world, retirement), undoUntil }, actorOf(me), now)
  if (refusal !== undefined) return refusal
  const withdrawn = { at: now.toISOString(), by: me.person.alias, reason }
  Object.assign(retirement, { state: 'withdrawn', withdrawn })
  const order = orderOf(world, retirement.orderId)
  note(world.market, order, 'retirement.withdrawn', me.person.alias, { reason })
  backToWork(world, order)
  return undefined
}
