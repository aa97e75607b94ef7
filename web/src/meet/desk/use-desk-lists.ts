import { useInfiniteQuery } from '@tanstack/react-query'
import { needQueries } from '../../collect/needs/needs.queries.ts'
import { orderQueries } from '../../build/orders/orders.queries.ts'
import type { DeskPlace } from './desk.queries.ts'

export function useDeskLists(desk: DeskPlace) {
  return {
    waiting: useInfiniteQuery(needQueries.list({ ...desk.needs, state: 'received' }, 100)),
    drafts: useInfiniteQuery(orderQueries.list({ ...desk.orders, state: 'building', limit: 20 })),
    hand: useInfiniteQuery(orderQueries.list({ ...desk.orders, state: 'live', sort: 'due', limit: 50 })),
  }
}
export type DeskLists = ReturnType<typeof useDeskLists>
