import { createRoute } from '@tanstack/react-router'
import { page } from '../page.tsx'
import { rootRoute } from '../root.route.ts'

export const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  component: page(() => import('../../../county/setup/SetupPage.tsx'), 'SetupPage'),
})
