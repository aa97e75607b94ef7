import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { Quarter } from '@dj/shared/platform/time/quarter.ts'
import { page } from '../page.tsx'
import { signedInRoute } from '../signed-in.route.ts'

export const flagsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/flags',
  validateSearch: z.object({ quarter: Quarter.optional().catch(undefined) }),
  component: page(() => import('../../../follow/flags/FlagsPage.tsx'), 'FlagsPage'),
})
