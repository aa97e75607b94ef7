import { createRoute } from '@tanstack/react-router'
import { page } from './page.tsx'
import { signedInRoute } from './signed-in.route.ts'

export const needsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/needs',
  component: page(() => import('../needs/NeedListPage.tsx'), 'NeedListPage'),
})
