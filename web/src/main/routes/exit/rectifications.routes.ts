import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { RectificationState } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { page } from '../page.tsx'
import { signedInRoute } from '../signed-in.route.ts'

export const rectificationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rectifications',
  validateSearch: z.object({
    show: z.enum(['all']).optional().catch(undefined),
    state: RectificationState.optional().catch(undefined),
  }),
  component: page(() => import('../../../exit/rectifications/RectificationsPage.tsx'), 'RectificationsPage'),
})

export const rectificationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rectifications/$id',
  component: page(() => import('../../../exit/rectifications/RectificationPage.tsx'), 'RectificationPage'),
})
