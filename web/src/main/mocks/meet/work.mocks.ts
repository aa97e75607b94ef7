import { http, HttpResponse } from 'msw'
import { may } from '@dj/shared/policy.ts'
import type { WorkItem } from '@dj/shared/meet/work/work.schema.ts'
import { actorOf, mayDo } from '../../../county/session/me.ts'
import { organizationOf } from '../build/market.facts.ts'
import type { OrderRecord } from '../build/market.ts'
import { isSeen } from '../collect/needs.mocks.ts'
import { refuse } from '../refuse.ts'
import { roundsWork } from './work.rounds.ts'
import type { World } from '../world.ts'

/** What waits for whoever is signed in. */
export const workHandlers = (world: World) => [http.get('*/api/v1/work', () => work(world))]

function work(world: World) {
  const { me, market, needs } = world
  if (me === undefined) return refuse('auth.required')
  const now = new Date().toISOString()
  const isOver = (dueAt: string | null) => dueAt !== null && dueAt <= now
  const item = (
    kind: WorkItem['kind'],
    subject: WorkItem['subject'],
    title: string,
    since: string,
    dueAt: string | null,
  ) => ({
    ...{ kind, subject, orderId: subject.kind === 'order' ? subject.id : null, title, since, dueAt },
    ...{ overdue: isOver(dueAt), waitsForCalendar: false, nudges: null, releasedAt: null },
    nudges: null,
  })
  const waiting = needs.filter(
    (need) => mayDo(me, 'need.answer') && need.view.state === 'received' && isSeen(world, need, me),
  )
  const drafts = market.orders.filter(
    ({ state, ownerId }) => state === 'draft' && may('order.publish', actorOf(me), organizationOf(market, ownerId)),
  )
  const kindOf = (order: OrderRecord) =>
    order.tier !== 'C' && order.authorId !== me.person.id ? 'order.publish' : 'order.draft'
  const items = [
    ...waiting.map(({ view }) =>
      item('need.respond', { kind: 'need', id: view.id }, view.body, view.receivedAt, view.respondBy),
    ),
    ...drafts.map((order) => item(kindOf(order), { kind: 'order', id: order.id }, order.title, order.stateSince, null)),
    ...roundsWork(world, me).map((waiting) => ({
      ...{ ...waiting, releasedAt: null, waitsForCalendar: false, overdue: isOver(waiting.dueAt) },
    })),
  ]
  return HttpResponse.json({ items, total: items.length, asOf: now })
}
