import { createRoute } from '@tanstack/react-router'
import { deskPage } from './page.tsx'
import { signedInRoute } from './signed-in.route.ts'

export const settingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/settings',
  component: deskPage(() => import('../settings/SettingsPage.tsx'), 'SettingsPage'),
})
