import { createRoute } from '@tanstack/react-router'
import { deskPage } from './page.tsx'
import { signedInRoute } from './signed-in.route.ts'

export const librariesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/libraries',
  component: deskPage(() => import('../libraries/LibrariesPage.tsx'), 'LibrariesPage'),
})
