import type { ClaimAction } from '@dj/shared/claim/claim/claim.rules.ts'
import { orderRefusal, type OrderAction } from '@dj/shared/build/order/order.rules.ts'
import type { OrderState } from '@dj/shared/build/order/order.schema.ts'
import type { Client, Reply } from '../support/world.ts'
import type { Snapshot, Stage } from './stage.ts'

type Send = (stage: Stage, seen: Snapshot) => Promise<Reply>
type ClaimSend = (by: Client, path: string, stage: Stage, seen: Snapshot) => Promise<Reply>

/** What people send about an order, by the act the table of states knows. */
export const orderActs: Partial<Record<OrderAction, Send>> = {
  edit: ({ secretary, orderId }, { version }) =>
    secretary.patch(`/orders/${orderId}`, { beneficiaries: `夜班工人（第${version}版）` }, { version }),
  publish: ({ secretary, orderId }) => secretary.post(`/orders/${orderId}/publish`),
  discard: ({ secretary, orderId }) => secretary.post(`/orders/${orderId}/discard`, { reason: '重复建单' }),
  claim: ({ claimant, orderId }) => claimant.first.post(`/orders/${orderId}/claims`),
  rate: ({ requester, orderId }) => requester.post(`/orders/${orderId}/ratings`, { attitude: 4, speed: 4, result: 5 }),
  second: ({ neighbour, orderId }) => neighbour.post(`/orders/${orderId}/seconds`),
  propose_retirement: ({ author, orderId }) =>
    author.post(`/orders/${orderId}/retirements`, { evidence: 'need_ceased', reason: '企业已搬迁' }),
}

/** What people send about a claim. Lapsing and ending are nobody's act: time and retirement do them. */
export const claimActs: Partial<Record<ClaimAction, ClaimSend>> = {
  accept: (_, path, { secretary }) => secretary.post(`${path}/decision`, { decision: 'accept' }),
  decline: (_, path, { secretary }) => secretary.post(`${path}/decision`, { decision: 'decline', reason: '已有人' }),
  report: (by, path) => by.post(`${path}/progress`, { share: 100, words: '已联系培训学校' }),
  deliver: (by, path) => by.post(`${path}/deliveries`, { words: '二十人结业' }),
  extend: (by, path) => by.post(`${path}/extension`, { reason: '教室未定' }),
  convert: (by, path, { branchId }) =>
    by.post(`${path}/conversion`, { organizationId: branchId, reason: '一人做不了' }),
  release: (by, path) => by.post(`${path}/release`, { reason: '工作调动' }),
  settle: (_, __, { requester }, { deliveryId }) =>
    requester.post(`/deliveries/${deliveryId}/answer`, { answer: 'solved' }),
}

/** The whole table of states, said again for the people who see the order: what the api must answer. */
export function expectedForOrder(state: OrderState, act: OrderAction): string | undefined {
  const builder = act === 'edit' || act === 'publish' || act === 'discard' || act === 'propose_retirement'
  if (!builder && (state === 'draft' || state === 'discarded')) return 'not_found'
  if (state === 'retiring' && act === 'propose_retirement') return 'retirement.exists'
  const refusal = orderRefusal(state, act)
  return act === 'claim' && (state === 'claimed' || state === 'delivered') ? 'order.no_place_left' : refusal
}
