import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { page } from '../page.tsx'
import { signedInRoute } from '../signed-in.route.ts'

export const logRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/log',
  validateSearch: z.object({
    kind: z.string().max(60).optional().catch(undefined),
    by: z.uuid().optional().catch(undefined),
    about: z.uuid().optional().catch(undefined),
    from: z.iso.date().optional().catch(undefined),
    until: z.iso.date().optional().catch(undefined),
    q: z.string().max(60).optional().catch(undefined),
  }),
  component: page(() => import('../../../county/log/LogPage.tsx'), 'LogPage'),
})
