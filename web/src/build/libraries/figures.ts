import type { LibrarySummary } from '@dj/shared/build/order/order.schema.ts'
import type { OrderSearch } from '../orders/list/order-search.ts'

export const figures = [
  'total',
  'open',
  'unclaimed7',
  'unclaimed14',
  'unclaimed21',
  'green',
  'yellow',
  'red',
  'stale',
  'delivered',
  'rectifying',
  'retiring',
  'closed',
] as const
export type Figure = (typeof figures)[number]

/** The filter of the list whose rows a number counts; undefined where the list has no such filter. */
export function filterOf(figure: Figure): Partial<OrderSearch> | undefined {
  switch (figure) {
    case 'total':
      return { state: 'all' }
    case 'unclaimed7':
      return { state: 'open', unclaimedDays: 7 }
    case 'unclaimed14':
      return { state: 'open', unclaimedDays: 14 }
    case 'unclaimed21':
      return { state: 'open', unclaimedDays: 21 }
    case 'green':
    case 'yellow':
    case 'red':
      return { state: 'live', light: figure }
    case 'stale':
      return undefined
    case 'open':
    case 'delivered':
    case 'rectifying':
    case 'retiring':
    case 'closed':
      return { state: figure }
  }
}

export type Sort = 'name' | 'red' | 'unclaimed' | 'total'

const name = (library: LibrarySummary) => library.owner?.name ?? ''
const weight = {
  name: () => 0,
  red: (of: LibrarySummary) => of.red,
  unclaimed: (of: LibrarySummary) => of.unclaimed7,
  total: (of: LibrarySummary) => of.total,
}

export const sorted = (libraries: readonly LibrarySummary[], by: Sort) =>
  libraries.toSorted((a, b) => weight[by](b) - weight[by](a) || name(a).localeCompare(name(b), 'zh-CN'))
