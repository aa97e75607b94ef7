import { http, HttpResponse } from 'msw'
import { claimAfterAnswer } from '@dj/shared/claim/claim/claim.rules.ts'
import { AnswerDelivery } from '@dj/shared/claim/delivery/delivery.schema.ts'
import { cycleEnds } from '@dj/shared/build/order/order.rules.ts'
import { RateOrder } from '@dj/shared/follow/rating/rating.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { note } from '../build/market.events.ts'
import { settle } from '../build/market.take.ts'
import { newId } from '../build/market.ts'
import { claimsOn } from '../build/market.facts.ts'
import { toView } from '../build/market.views.ts'
import { refuse, refuseInput } from '../refuse.ts'
import type { World } from '../world.ts'

/** What the other side says: whether it is solved, and how it was. By receipt code the receipts answer first. */
export const deliveryHandlers = (world: World) => [
  http.post('*/api/v1/deliveries/:id/answer', async ({ params, request }) =>
    answer(world, String(params['id']), await request.json()),
  ),
  http.post('*/api/v1/orders/:id/ratings', async ({ params, request }) =>
    rate(world, String(params['id']), await request.json()),
  ),
  http.post('*/api/v1/attachments', async ({ request }) => {
    const file = (await request.formData()).get('file')
    if (!(file instanceof Blob)) return refuse('request.malformed')
    if (file.type !== '' && !file.type.startsWith('image/')) return refuse('attachment.not_an_image')
    const id = newId()
    world.market.photos.set(id, file)
    const seen = { id, mime: 'image/jpeg', bytes: file.size, width: 1200, height: 900 }
    return HttpResponse.json({ ...seen, uploadedAt: new Date().toISOString() }, { status: 201 })
  }),
  http.get('*/api/v1/attachments/:id', ({ params }) => {
    const photo = world.market.photos.get(String(params['id']))
    return photo === undefined ? refuse('not_found') : new HttpResponse(photo)
  }),
]

function answer({ market, me }: World, id: string, body: unknown) {
  const input = AnswerDelivery.safeParse(body, { reportInput: true })
  const delivery = market.deliveries.find((each) => each.id === id)
  if (me === undefined) return refuse('auth.required')
  if (delivery === undefined) return refuse('not_found')
  if (!input.success) return refuseInput(input.error)
  if (delivery.answer !== null) return refuse('delivery.answered')
  const claim = must(
    market.claims.find((each) => each.id === delivery.claimId),
    'claim of a delivery',
  )
  const order = must(
    market.orders.find((each) => each.id === claim.orderId),
    'order of a claim',
  )
  const { answer: given, words = null } = input.data
  Object.assign(delivery, {
    answer: given,
    answerWords: words,
    answeredAt: new Date().toISOString(),
    answerVia: 'signed_in',
    answerEnteredBy: null,
  })
  Object.assign(claim, claimAfterAnswer(given, claim.notSolvedOnce))
  note(market, order, 'delivery.answered', me.person.alias, { answer: given, words, via: 'signed_in' })
  if (cycleEnds(claimsOn(market, order.id).map(({ state }) => state))) {
    order.state = 'closed'
    note(market, order, 'order.closed', me.person.alias, { outcome: 'solved', cycle: 1, claims: 1, hours: 0 })
  } else settle(market, order)
  const { deliveredBy: _, ...view } = delivery
  return HttpResponse.json(view)
}

function rate({ market, me }: World, orderId: string, body: unknown) {
  const order = market.orders.find(({ id }) => id === orderId)
  const input = RateOrder.safeParse(body, { reportInput: true })
  if (me === undefined) return refuse('auth.required')
  if (order === undefined) return refuse('not_found')
  if (!input.success) return refuseInput(input.error)
  const refusal = toView(market, order, me).may.rate
  if (refusal !== null) return refuse(refusal as 'rating.not_entitled')
  const { attitude, speed, result, words = null } = input.data
  const side = me.person.kind === 'worker' ? 'worker' : 'member'
  const before = market.ratings.find((each) => each.orderId === orderId && each.personId === me.person.id)
  const rating = { orderId, personId: me.person.id, side, attitude, speed, result, words } as const
  if (before === undefined) market.ratings.push({ ...rating })
  else Object.assign(before, rating)
  note(market, order, 'order.rated', me.person.alias, { side, attitude, speed, result })
  const ratedAt = new Date().toISOString()
  const view = {
    id: newId(),
    orderId,
    quarter: '2026Q4',
    side,
    attitude,
    speed,
    result,
    words,
    ratedAt,
    changed: false,
  }
  return HttpResponse.json(view, { status: 201 })
}
