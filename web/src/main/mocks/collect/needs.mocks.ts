import { http, HttpResponse } from 'msw'
import { must } from '@dj/shared/platform/assert.ts'
import { NeedQuery, NeedReceipt, RaiseNeed, SimilarQuery } from '@dj/shared/collect/need/need.schema.ts'
import { may } from '@dj/shared/policy.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { actorOf, mayDo } from '../../../county/session/me.ts'
import { newId } from '../build/market.ts'
import { blank, type NeedRecord } from './needs.world.ts'
import { refuse, refuseInput } from '../refuse.ts'
import type { World } from '../world.ts'

/** Needs: lists, one, raising, and what is alike. */
export const needHandlers = (world: World) => [
  http.get('*/api/v1/needs', ({ request }) => list(world, request)),
  http.get('*/api/v1/needs/:id', ({ params }) => read(world, String(params['id']))),
  http.post('*/api/v1/needs', async ({ request }) => raise(world, await request.json())),
  http.post('*/api/v1/needs/similar', async ({ request }) => similar(world, await request.json())),
]

export const pathOf = ({ market }: World, { view }: NeedRecord): readonly string[] =>
  market.organizations.find(({ id }) => id === (view.organization ?? view.town)?.id)?.path ?? []

export function viewFor(world: World, record: NeedRecord, me: SessionView) {
  const handles = may('need.reveal_contact', actorOf(me), { path: pathOf(world, record) })
  const mine = record.requesterId === me.person.id
  const masked = record.phone === null ? null : { name: '林**', phone: '138****1234' }
  return {
    ...record.view,
    mine,
    seconds: record.secondedBy.length,
    secondedByMe: record.secondedBy.includes(me.person.id),
    contact: handles || mine ? masked : null,
    backers: handles ? backersOf(world, record) : [],
  }
}

function backersOf({ market }: World, { view }: NeedRecord) {
  const organization = market.organizations.find(({ id }) => id === view.organization?.id)
  return organization === undefined ? [] : [{ organizationId: organization.id, townId: organization.townId }]
}

export const isSeen = (world: World, record: NeedRecord, me: SessionView): boolean =>
  may('need.list', actorOf(me), { path: pathOf(world, record), personId: record.requesterId }) ||
  record.secondedBy.includes(me.person.id)

function list(world: World, request: Request) {
  const { me } = world
  if (me === undefined) return refuse('auth.required')
  const query = NeedQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams), { reportInput: true })
  if (!query.success) return refuseInput(query.error)
  const found = world.needs
    .filter((record) => isSeen(world, record, me) && matches(world, record, query.data, me))
    .toSorted((a, b) => b.view.receivedAt.localeCompare(a.view.receivedAt))
    .map((record) => ({ ...viewFor(world, record, me), contact: null }))
  return HttpResponse.json({ items: found.slice(0, query.data.limit), nextCursor: null, total: found.length })
}

function matches(world: World, record: NeedRecord, query: NeedQuery, me: SessionView): boolean {
  const { view, requesterId } = record
  return (
    (view.mergedIntoId === null || requesterId === me.person.id) &&
    (query.state === undefined || query.state === view.state) &&
    (query.category === undefined || query.category === view.category) &&
    (query.channel === undefined || query.channel === view.channel) &&
    (query.townId === undefined || query.townId === view.town?.id) &&
    (query.organizationId === undefined || pathOf(world, record).includes(query.organizationId)) &&
    (query.mine !== true || requesterId === me.person.id || record.secondedBy.includes(me.person.id)) &&
    (query.q === undefined || view.body.includes(query.q))
  )
}

function read(world: World, id: string) {
  const record = world.needs.find(({ view }) => view.id === id)
  if (world.me === undefined) return refuse('auth.required')
  if (record === undefined || !isSeen(world, record, world.me)) return refuse('not_found')
  return HttpResponse.json(viewFor(world, record, world.me))
}

function raise(world: World, body: unknown) {
  const { me, market } = world
  if (me === undefined) return refuse('auth.required')
  const input = RaiseNeed.safeParse(body, { reportInput: true })
  if (!input.success) return refuseInput(input.error)
  const {
    contact,
    organizationId = me.person.homeOrganizationId,
    sourceUrl: _,
    attachmentIds: photos,
    ...words
  } = input.data
  const place = market.organizations.find(({ id }) => id === organizationId)
  const others = mayDo(me, 'need.raise_for_others')
  const now = Date.now()
  const need = {
    ...{
      ...blank,
      ...words,
      photos,
      id: newId(),
      state: 'received',
      answer: null,
      declineReason: null,
      respondedAt: null,
    },
    requesterKind: words.requesterKind ?? 'worker',
    requesterName: words.requesterName ?? (others ? '未具名' : me.person.alias),
    organization: place ? { id: place.id, name: place.name } : null,
    town: null,
    receivedAt: new Date(now).toISOString(),
    respondBy: new Date(now + 2 * 86_400_000).toISOString(),
  }
  const receipt = NeedReceipt.parse({ need, receiptCode: '330382-7KQM-X2WT' })
  const requesterId = others ? null : me.person.id
  world.needs.push({ view: receipt.need, requesterId, secondedBy: [], phone: contact?.phone ?? null })
  return HttpResponse.json(receipt, { status: 201 })
}

/** Alike enough for a mock: two neighbouring characters in common, three times. */
function similar({ needs, market }: World, body: unknown) {
  const typed = SimilarQuery.parse(body).body
  const pairs = Array.from(typed.slice(1), (letter, at) => `${must(typed[at], 'letter')}${letter}`)
  const score = (text: string) => pairs.filter((pair) => text.includes(pair)).length
  const alike = [
    ...needs.map(({ view, secondedBy }) => ({
      ...{ kind: 'need', id: view.id, text: view.body, where: view.town?.name ?? null, seconds: secondedBy.length },
    })),
    ...market.orders.map(({ id, title, secondedBy }) => ({
      ...{ kind: 'order', id, text: title, where: '柳市镇', seconds: secondedBy.length },
    })),
  ]
    .map((item) => ({ ...item, score: score(item.text) / 10 }))
    .filter((item) => item.score >= 0.3)
    .toSorted((a, b) => b.score - a.score)
  return HttpResponse.json({ items: alike.slice(0, 5) })
}
