import { createRoute } from '@tanstack/react-router'
import { deskPage } from './page.tsx'
import { signedInRoute } from './signed-in.route.ts'

export const deskRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/desk',
  component: deskPage(() => import('../desk/DeskPage.tsx'), 'DeskPage'),
})
