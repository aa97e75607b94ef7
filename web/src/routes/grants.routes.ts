import { createRoute } from '@tanstack/react-router'
import { deskPage } from './page.tsx'
import { signedInRoute } from './signed-in.route.ts'

export const grantsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/grants',
  component: deskPage(() => import('../grants/GrantsPage.tsx'), 'GrantsPage'),
})
