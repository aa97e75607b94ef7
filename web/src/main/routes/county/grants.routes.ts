import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { GrantedRole } from '@dj/shared/county/people/role.ts'
import { page } from '../page.tsx'
import { signedInRoute } from '../signed-in.route.ts'

export const grantsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/grants',
  validateSearch: z.object({
    role: GrantedRole.optional().catch(undefined),
    personId: z.uuid().optional().catch(undefined),
    who: z.string().max(40).optional().catch(undefined),
    all: z.boolean().optional().catch(undefined),
  }),
  component: page(() => import('../../../county/grants/GrantsPage.tsx'), 'GrantsPage'),
})
