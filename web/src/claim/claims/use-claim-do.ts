import { useNavigate, useSearch } from '@tanstack/react-router'
import { useWayBack } from '../../platform/ui/page/use-way-back.ts'

export type ClaimDo = 'report' | 'deliver' | 'release' | 'extend' | 'convert'

/** What the claim's page is opened to do, kept in its address. */
export function useClaimDo(id: string) {
  const { do: doing } = useSearch({ from: '/signed-in/claims/$id' })
  const navigate = useNavigate()
  const to = { to: '/claims/$id', params: { id }, resetScroll: false } as const
  const way = useWayBack(() => void navigate({ ...to, search: {}, replace: true }))
  return {
    doing,
    open: (what: ClaimDo) => {
      way.goneForward()
      void navigate({ ...to, search: { do: what } })
    },
    close: way.back,
  }
}
