import { http, HttpResponse } from 'msw'
import { z } from 'zod'
import type { Operation } from '@dj/shared/policy.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { reinspectRefusal, submitRefusal, workRefusal } from '@dj/shared/exit/rectification/rectification.rules.ts'
import {
  AnswerItem,
  ExtendRectification,
  NameResponsible,
  RectificationQuery,
  Reinspect,
} from '@dj/shared/exit/rectification/rectification.schema.ts'
import { aliasIn, asked, guarded, sent, type Refusal } from '../guard.ts'
import { note } from '../build/market.events.ts'
import { partOf } from '../build/market.facts.ts'
import { backToWork, openRetirement } from './procedures.ts'
import { isOurs, refusalToNudge, toNotice } from './rectifications.views.ts'
import { refuse } from '../refuse.ts'
import { orderOf } from '../follow/rounds.views.ts'
import type { NoticeRecord } from '../follow/rounds.records.ts'
import { afterWorkingDays } from '../meet/workdays.ts'
import type { World } from '../world.ts'

/** Rectification notices: read, put right by those who may, looked at again by another inspector. */
export const rectificationHandlers = (world: World) => [
  http.get('*/api/v1/rectifications', ({ request }) =>
    guarded(world, 'rectification.list', (me) => asked(request, RectificationQuery, (query) => list(world, query, me))),
  ),
  http.get('*/api/v1/rectifications/:id', ({ params }) =>
    guarded(world, 'rectification.read', (me) => {
      const notice = world.rounds.notices.find(({ id }) => id === params['id'])
      return notice === undefined ? refuse('not_found') : HttpResponse.json(toNotice(world, notice, me))
    }),
  ),
  work(world, 'items', 'rectification.answer_item', AnswerItem, answerItem),
  work(world, 'responsible', 'rectification.name_responsible', NameResponsible, nameResponsible),
  work(world, 'extension', 'rectification.extend', ExtendRectification, extend),
  work(world, 'submission', 'rectification.submit', z.object({}), submit),
  act(world, 'nudges', 'rectification.nudge', z.object({}), nudge),
  act(world, 'reinspection', 'rectification.reinspect', Reinspect, reinspect),
]

interface On {
  world: World
  notice: NoticeRecord
  me: SessionView
}
type Apply<S extends z.ZodType> = (on: On, input: z.output<S>) => Refusal

const act = <S extends z.ZodType>(world: World, verb: string, operation: Operation, body: S, apply: Apply<S>) =>
  http.post(`*/api/v1/rectifications/:id/${verb}`, ({ params, request }) =>
    guarded(world, operation, (me) =>
      sent(request, body, (input) => {
        const notice = world.rounds.notices.find(({ id }) => id === params['id'])
        if (notice === undefined) return refuse('not_found')
        const refusal = apply({ world, notice, me }, input)
        if (refusal !== undefined) return refuse(refusal)
        notice.version += 1
        return HttpResponse.json(toNotice(world, notice, me))
      }),
    ),
  )

/** For the leads of the owner and whoever is named responsible. */
const work = <S extends z.ZodType>(world: World, verb: string, operation: Operation, body: S, apply: Apply<S>) =>
  act(world, verb, operation, body, (on, input) =>
    isOurs(on.world, on.notice, on.me) ? apply(on, input) : 'auth.forbidden',
  )

function list(world: World, { state, orderId, mine }: RectificationQuery, me: SessionView) {
  const items = world.rounds.notices
    .filter((notice) => state === undefined || notice.state === state)
    .filter((notice) => orderId === undefined || notice.orderId === orderId)
    .filter((notice) => mine !== true || isOurs(world, notice, me))
    .toSorted((a, b) => b.issuedAt.localeCompare(a.issuedAt))
    .map((notice) => toNotice(world, notice, me))
  return HttpResponse.json({ items, nextCursor: null, total: items.length })
}

function answerItem({ notice }: On, { item, done, attachmentIds }: AnswerItem): Refusal {
  const found = notice.items.find((each) => each.item === item)
  const refusal = workRefusal(notice.state) ?? (found === undefined ? 'not_found' : undefined)
  if (refusal === undefined && found !== undefined) Object.assign(found, { done, attachments: attachmentIds })
  return refusal
}

function nameResponsible({ world, notice }: On, { personId }: NameResponsible): Refusal {
  const refusal = workRefusal(notice.state)
  if (refusal !== undefined) return refusal
  if (aliasIn(world, personId) === null) return 'claim.participant_unknown'
  notice.responsibleId = personId
  return undefined
}

function extend({ world, notice }: On): Refusal {
  const refusal = workRefusal(notice.state) ?? (notice.extended ? 'rectification.extended_before' : undefined)
  if (refusal !== undefined) return refusal
  const { extensionWorkingDays } = world.market.settings.rectification
  const deadlineAt = afterWorkingDays(new Date(Date.parse(notice.deadlineAt) - 1), extensionWorkingDays)
  Object.assign(notice, { deadlineAt, extended: true })
  return undefined
}

function submit({ notice, me }: On): Refusal {
  const refusal = submitRefusal(notice.state, notice.items)
  const submitted = { state: 'submitted', submittedById: me.person.id, submittedAt: new Date().toISOString() }
  if (refusal === undefined) Object.assign(notice, submitted)
  return refusal
}

function nudge({ world, notice, me }: On): Refusal {
  const refusal = refusalToNudge(world, notice, me)
  if (refusal !== undefined) return refusal
  notice.nudges = { count: (notice.nudges?.count ?? 0) + 1, last: new Date().toISOString() }
  const data = { personId: notice.responsibleId, deadlineAt: notice.deadlineAt }
  note(world.market, orderOf(world, notice.orderId), 'rectification.nudged', me.person.alias, data)
  return undefined
}

function reinspect({ world, notice, me }: On, { decision, effect, words }: Reinspect): Refusal {
  const { state, foundById, submittedById: submittedBy } = notice
  const order = orderOf(world, notice.orderId)
  const part = partOf(world.market, order.id, me.person.id)
  const refusal = reinspectRefusal(
    { state, foundBy: foundById === null ? [] : [foundById], submittedBy },
    { personId: me.person.id, part },
  )
  if (refusal !== undefined) return refusal
  const after = decision === 'pass' ? 'passed' : 'failed'
  const decided = { reinspectorId: me.person.id, decidedAt: new Date().toISOString(), decision: words }
  Object.assign(notice, { state: after, ...decided })
  note(world.market, order, `rectification.${after}`, me.person.alias, { effect, words })
  if (order.state !== 'rectifying') return undefined
  backToWork(world, order)
  const facts = { rectificationId: notice.id, number: notice.number, effect }
  if (decision === 'fail')
    openRetirement(world, { order, evidence: 'failed_rectification', facts, reason: words, byId: null })
  return undefined
}
