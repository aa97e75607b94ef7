import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { Quarter } from '@dj/shared/time/quarter.ts'
import { page } from './page.tsx'
import { signedInRoute } from './signed-in.route.ts'

export const flagsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/flags',
  validateSearch: z.object({ quarter: Quarter.optional().catch(undefined) }),
  component: page(() => import('../flags/FlagsPage.tsx'), 'FlagsPage'),
})
