import { createRoute, redirect } from '@tanstack/react-router'
import { isProblem } from '../../platform/api/problem.ts'
import { sessionQueries } from '../../county/session/session.queries.ts'
import { DoorError, DoorPending } from './Door.tsx'
import { rootRoute } from './root.route.ts'
import { SignedIn } from './SignedIn.tsx'

/** The layout of everything that needs an account. Strangers are shown the door and brought back afterwards. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: SignedIn,
  pendingComponent: DoorPending,
  errorComponent: DoorError,
  beforeLoad: async ({ context, location }) => {
    try {
      return { me: await context.queryClient.ensureQueryData(sessionQueries.me()) }
    } catch (error) {
      if (isProblem(error) && error.status === 401) throw redirect({ to: '/sign-in', search: { from: location.href } })
      throw error
    }
  },
})
