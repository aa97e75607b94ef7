import { http, HttpResponse } from 'msw'
import { AnswerDelivery, ReceiptCode } from '@dj/shared/claim/delivery/delivery.schema.ts'
import type { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { RateOrder } from '@dj/shared/follow/rating/rating.schema.ts'
import { refuse } from '../refuse.ts'
import type { World } from '../world.ts'

/** What somebody without an account may do: follow, answer, rate. */
export const receiptHandlers = ({ receipts }: World) => [
  http.get('*/api/v1/receipts/:code', ({ params }) => {
    const receipt = receipts.get(String(params['code']))
    return receipt === undefined ? refuse('receipt.unknown') : HttpResponse.json(receipt)
  }),
  http.post('*/api/v1/deliveries/:id/answer', async ({ request, params }) => {
    const input = AnswerDelivery.safeParse(await request.clone().json())
    if (!input.success || input.data.receiptCode === undefined) return undefined
    return answer(receipts, input.data, String(params['id']))
  }),
  http.post('*/api/v1/orders/:id/ratings', async ({ request, params }) => {
    const input = RateOrder.safeParse(await request.clone().json())
    if (!input.success || input.data.receiptCode === undefined) return undefined
    return rate(receipts, input.data, String(params['id']))
  }),
]

type Receipts = World['receipts']
const at = '2026-11-20T02:00:00.000Z'

function answer(receipts: Receipts, { answer: given, words, receiptCode }: AnswerDelivery, deliveryId: string) {
  const receipt = find(receipts, receiptCode)
  const order = receipt?.orders.find(({ question }) => question?.id === deliveryId)
  if (receipt === undefined || order?.question === null || order === undefined) return refuse('not_found')
  const told = {
    answer: given,
    answerWords: words ?? null,
    answeredAt: at,
    answerVia: 'receipt',
    answerEnteredBy: null,
  }
  const question = { ...order.question, ...told }
  order.question = null
  order.state = given === 'solved' ? 'closed' : 'claimed'
  const data = { answer: given, ...(words !== undefined && { words }) }
  receipt.timeline.push({ id: deliveryId, kind: 'delivery.answered', at, who: null, data, attachments: [] })
  return HttpResponse.json(question)
}

function rate(receipts: Receipts, { receiptCode, words, ...grades }: RateOrder, orderId: string) {
  const order = find(receipts, receiptCode)?.orders.find(({ id }) => id === orderId)
  if (order === undefined) return refuse('not_found')
  if (!order.mayRate) return refuse('rating.nothing_delivered')
  const changed = order.myRating !== null
  order.myRating = { ...grades, words: words ?? null }
  const view = { id: orderId, orderId, quarter: '2026Q4', side: 'worker', ...order.myRating, ratedAt: at, changed }
  return HttpResponse.json(view, { status: 201 })
}

function find(receipts: Receipts, code: string | undefined): ReceiptView | undefined {
  const read = ReceiptCode.safeParse(code)
  return read.success ? receipts.get(read.data) : undefined
}
