import { http, HttpResponse } from 'msw'
import { actRefusal, mergeRefusal, reopenRefusal, unmergeRefusal } from '@dj/shared/collect/need/need.rules.ts'
import { AnswerNeed, DeclineNeed, MergeNeed, ReopenNeed, RevealContact } from '@dj/shared/collect/need/need.schema.ts'
import { may, type Operation } from '@dj/shared/policy.ts'
import type { ProblemCode } from '@dj/shared/problem.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { actorOf } from '../../../county/session/me.ts'
import type { NeedRecord } from './needs.world.ts'
import { isSeen, pathOf, viewFor } from './needs.mocks.ts'
import { refuse } from '../refuse.ts'
import type { World } from '../world.ts'

type Act = (record: NeedRecord, body: unknown, me: SessionView) => ProblemCode | undefined

/** What is done with a need, by the shared rules. */
export const needActHandlers = (world: World) => [
  on(world, 'answer', 'need.answer', answer),
  on(world, 'decline', 'need.decline', decline),
  on(world, 'reopen', 'need.reopen', reopen),
  on(world, 'seconds', 'need.second', second, 201),
  on(world, 'merge', 'need.merge', merge(world)),
  on(world, 'unmerge', 'need.unmerge', unmerge(world)),
  http.post('*/api/v1/needs/:id/contact', async ({ request, params }) => {
    const record = world.needs.find(({ view }) => view.id === params['id'])
    if (record === undefined || !RevealContact.safeParse(await request.json()).success) return refuse('request.invalid')
    return HttpResponse.json({ name: '林建国', phone: record.phone, phoneWords: null })
  }),
]

function on(world: World, verb: string, operation: Operation, act: Act, status = 200) {
  return http.post(`*/api/v1/needs/:id/${verb}`, async ({ params, request }) => {
    const { me, needs } = world
    if (me === undefined) return refuse('auth.required')
    const record = needs.find(({ view }) => view.id === params['id'])
    if (record === undefined || (verb !== 'seconds' && !isSeen(world, record, me))) return refuse('not_found')
    const target = { path: pathOf(world, record), personId: record.requesterId }
    const allowed = may(operation, actorOf(me), target)
    const refusal = allowed ? act(record, await request.json(), me) : 'auth.forbidden'
    return refusal === undefined ? HttpResponse.json(viewFor(world, record, me), { status }) : refuse(refusal)
  })
}

function settle(record: NeedRecord, change: Partial<NeedRecord['view']>): void {
  record.view = { ...record.view, ...change, version: record.view.version + 1, respondedAt: new Date().toISOString() }
}

const answer: Act = (record, body) => {
  const refusal = actRefusal(record.view, 'answer')
  if (refusal === undefined) settle(record, { state: 'answered', ...AnswerNeed.parse(body) })
  return refusal
}

const decline: Act = (record, body) => {
  const refusal = actRefusal(record.view, 'decline')
  if (refusal === undefined) settle(record, { state: 'declined', declineReason: DeclineNeed.parse(body).reason })
  return refusal
}

const reopen: Act = (record, body) => {
  const refusal = reopenRefusal(record.view)
  if (refusal === undefined)
    settle(record, { state: 'received', reopened: true, reopenReason: ReopenNeed.parse(body).reason })
  return refusal
}

const second: Act = (record, _body, me) => {
  if (record.requesterId === me.person.id) return 'need.own'
  if (record.secondedBy.includes(me.person.id)) return 'second.already'
  const refusal = actRefusal(record.view, 'second')
  if (refusal === undefined) record.secondedBy.push(me.person.id)
  return refusal
}

const merge =
  ({ needs }: World): Act =>
  (record, body) => {
    const { intoId } = MergeNeed.parse(body)
    const into = needs.find(({ view }) => view.id === intoId)
    if (into === undefined) return 'not_found'
    const refusal = mergeRefusal({ ...record.view, voices: record.view.voices.length }, into.view)
    if (refusal !== undefined) return refusal
    const { id, requesterName: name } = record.view
    const requesterName = name ?? ''
    record.view = { ...record.view, mergedIntoId: intoId }
    into.view = { ...into.view, voices: [...into.view.voices, { id, requesterName }] }
    return undefined
  }

const unmerge =
  ({ needs }: World): Act =>
  (record) => {
    const refusal = unmergeRefusal(record.view)
    if (refusal !== undefined) return refusal
    for (const into of needs.filter(({ view }) => view.id === record.view.mergedIntoId))
      into.view = { ...into.view, voices: into.view.voices.filter(({ id }) => id !== record.view.id) }
    record.view = { ...record.view, mergedIntoId: null }
    return undefined
  }
