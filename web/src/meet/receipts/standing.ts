import type { DeadlineView } from '@dj/shared/build/order/deadline.schema.ts'
import type { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'

export type ReceiptOrder = ReceiptView['orders'][number]

/** How a need stands, for whoever raised it: who holds it, until when, and what comes next. */
export interface Standing {
  readonly key:
    | 'received'
    | 'returned'
    | 'answered'
    | 'declined'
    | 'building'
    | 'open'
    | 'claimed'
    | 'delivered'
    | 'waiting'
    | 'closed'
    | 'rectifying'
    | 'retiring'
    | 'retired'
  readonly holders: readonly string[]
  readonly due: DeadlineView | null
}

/** Of a need with several orders, the one that asks something of the requester speaks first. */
export function standingOf(receipt: ReceiptView): Standing {
  if (receipt.state === 'received') {
    const returned = receipt.orders.some(({ state }) => state === 'retired')
    return {
      key: returned ? 'returned' : 'received',
      holders: [],
      due: { kind: 'answer', until: receipt.respondBy, releasedAt: null },
    }
  }
  if (receipt.state === 'answered' || receipt.state === 'declined') {
    return { key: receipt.state, holders: [], due: null }
  }
  const living = receipt.orders.filter(({ state }) => state !== 'retired')
  const order = living.find(({ question }) => question !== null) ?? living[0] ?? receipt.orders[0]
  return order === undefined ? { key: 'building', holders: [], due: null } : standingOfOrder(order)
}

export function standingOfOrder({ state, holders, deadline: due, question }: ReceiptOrder): Standing {
  switch (state) {
    case 'claimed':
      return { key: question === null ? 'claimed' : 'waiting', holders, due }
    case 'delivered':
      return { key: question === null ? 'delivered' : 'waiting', holders, due }
    case 'draft':
    case 'discarded':
      return { key: 'building', holders, due: null }
    case 'open':
      return { key: question !== null ? 'waiting' : holders.length > 0 ? 'claimed' : 'open', holders, due }
    case 'rectifying':
    case 'retiring':
      return { key: state, holders, due }
    case 'retired':
    case 'closed':
      return { key: state, holders: [], due: null }
  }
}
