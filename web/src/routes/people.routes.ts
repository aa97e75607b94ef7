import { createRoute } from '@tanstack/react-router'
import { deskPage } from './page.tsx'
import { signedInRoute } from './signed-in.route.ts'

export const peopleRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/people',
  component: deskPage(() => import('../people/PeoplePage.tsx'), 'PeoplePage'),
})
