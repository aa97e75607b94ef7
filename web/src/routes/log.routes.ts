import { createRoute } from '@tanstack/react-router'
import { deskPage } from './page.tsx'
import { signedInRoute } from './signed-in.route.ts'

export const logRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/log',
  component: deskPage(() => import('../log/LogPage.tsx'), 'LogPage'),
})
