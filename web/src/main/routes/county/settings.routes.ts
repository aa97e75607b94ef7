import { createRoute } from '@tanstack/react-router'
import { page } from '../page.tsx'
import { signedInRoute } from '../signed-in.route.ts'

export const settingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/settings',
  component: page(() => import('../../../county/settings/SettingsPage.tsx'), 'SettingsPage'),
})
