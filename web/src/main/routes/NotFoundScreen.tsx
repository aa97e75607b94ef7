import { useQuery } from '@tanstack/react-query'
import { sessionQueries } from '../../county/session/session.queries.ts'
import { Bare } from '../../platform/ui/page/Bare.tsx'
import { NotFound } from '../../platform/ui/state/NotFound.tsx'
import { Shell } from '../../meet/shell/Shell.tsx'

/** An address nobody built: inside the house for those who are signed in, at the door for others. */
export function NotFoundScreen() {
  const me = useQuery({ ...sessionQueries.me(), retry: false })
  if (me.isPending) return null
  const Frame = me.isSuccess ? Shell : Bare
  return (
    <Frame>
      <NotFound />
    </Frame>
  )
}
