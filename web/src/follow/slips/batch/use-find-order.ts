import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TargetView } from '@dj/shared/follow/round/round.schema.ts'
import { OrderPage, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { request } from '../../../platform/api/client.ts'
import { ApiProblem } from '../../../platform/api/problem.ts'
import { colleagueQueries } from '../../../county/organizations/colleagues.queries.ts'
import { readTyped, type Typed } from '../slip-code.ts'
import type { FoundOrder } from './slip-row.ts'
import { slipQueries } from '../slips.queries.ts'

/** Why nothing was found, where it is not the server that says so. */
export type FindFault = 'unreadable' | 'otherRound' | 'unknown'
export class NotFound extends Error {
  readonly why: FindFault
  constructor(why: FindFault) {
    super(why)
    this.why = why
  }
}

/** The order a slip is about, from its code or its number, with those who may have visited. */
export function useFindOrder(roundId: string, onFound: (found: FoundOrder) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (text: string): Promise<FoundOrder> => {
      const typed = readTyped(text)
      if (typed === undefined) throw new NotFound('unreadable')
      if ('roundId' in typed && typed.roundId !== roundId) throw new NotFound('otherRound')
      const targets = await client.ensureQueryData(slipQueries.targets(roundId))
      const target = targets.find((each) =>
        'orderId' in typed ? each.orderId === typed.orderId : each.number === typed.number,
      )
      if (target !== undefined) return ofTarget(target, typed)
      // The draw is shown to its inspector alone: whether this order was drawn is said when the slip is sent.
      const [order, inspectors] = await Promise.all([
        orderOf(typed),
        client.ensureQueryData(colleagueQueries.search('', { role: 'inspector' })),
      ])
      const known = inspectors.map(({ id, alias }) => ({ id, alias }))
      return { ...order, inspectors: known, inspectorId: among(known, typed) }
    },
    onSuccess: onFound,
  })
}

function ofTarget({ orderId, number, title, inspectors }: TargetView, typed: Typed): FoundOrder {
  const waiting = inspectors.filter(({ done }) => !done)
  const known = (waiting.length === 0 ? inspectors : waiting).map(({ id, alias }) => ({ id, alias }))
  return { orderId, number: number ?? '—', title, inspectors: known, inspectorId: among(known, typed) }
}

function among(inspectors: FoundOrder['inspectors'], typed: Typed): string {
  const scanned = 'inspectorId' in typed ? inspectors.find(({ id }) => id === typed.inspectorId) : undefined
  return scanned?.id ?? (inspectors.length === 1 ? (inspectors[0]?.id ?? '') : '')
}

async function orderOf(typed: Typed) {
  if ('orderId' in typed) {
    const schema = OrderView
    const { number, title } = await request('GET', `/orders/${typed.orderId}`, { schema }).catch(unknownIfMissing)
    return { orderId: typed.orderId, number: number ?? '—', title }
  }
  const { items } = await request('GET', '/orders', { query: { q: typed.number }, schema: OrderPage })
  const order = items.find(({ number }) => number === typed.number)
  if (order === undefined) throw new NotFound('unknown')
  return { orderId: order.id, number: typed.number, title: order.title }
}

function unknownIfMissing(error: unknown): never {
  throw error instanceof ApiProblem && error.status === 404 ? new NotFound('unknown') : error
}
