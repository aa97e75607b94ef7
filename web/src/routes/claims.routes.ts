import { createRoute } from '@tanstack/react-router'
import { page } from './page.tsx'
import { signedInRoute } from './signed-in.route.ts'

export const claimsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/claims',
  component: page(() => import('../claims/MyClaimsPage.tsx'), 'MyClaimsPage'),
})
