import { createRoute } from '@tanstack/react-router'
import { page } from '../page.tsx'
import { signedInRoute } from '../signed-in.route.ts'

export const workRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/work',
  component: page(() => import('../../../meet/work/WorkPage.tsx'), 'WorkPage'),
})
