import { useNavigate, useSearch } from '@tanstack/react-router'
import { useWayBack } from '../../platform/ui/page/use-way-back.ts'

export type OrderDo = 'claim' | 'collective' | 'rate' | 'telephone'

/** What the order page is opened to do, kept in its address. */
export function useOrderDo(id: string) {
  const { do: doing } = useSearch({ from: '/signed-in/orders/$id' })
  const navigate = useNavigate()
  const to = { to: '/orders/$id', params: { id }, resetScroll: false } as const
  const way = useWayBack(() => void navigate({ ...to, search: {}, replace: true }))
  return {
    doing,
    open: (what: OrderDo) => {
      way.goneForward()
      void navigate({ ...to, search: { do: what } })
    },
    close: way.back,
  }
}
