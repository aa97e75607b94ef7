import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { page } from '../page.tsx'
import { rootRoute } from '../root.route.ts'

export const raiseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/raise/$countyId',
  validateSearch: z.object({ step: z.coerce.number().int().min(1).max(7).optional().catch(undefined) }),
  component: page(() => import('../../../collect/raise/RaisePage.tsx'), 'RaisePage'),
})
