import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { page } from '../page.tsx'
import { signedInRoute } from '../signed-in.route.ts'

export const appealsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/appeals',
  validateSearch: z.object({ state: z.enum(['filed', 'changed', 'kept']).optional().catch(undefined) }),
  component: page(() => import('../../../follow/appeals/AppealsPage.tsx'), 'AppealsPage'),
})
