import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { PosterSearch } from '../../../collect/poster/poster-link.ts'
import { page } from '../page.tsx'
import { rootRoute } from '../root.route.ts'

export const raiseDoorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/raise',
  component: page(() => import('../../../collect/raise/RaiseDoorPage.tsx'), 'RaiseDoorPage'),
})

export const raiseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/raise/$countyId',
  validateSearch: PosterSearch.extend({ step: z.coerce.number().int().min(1).max(7).optional().catch(undefined) }),
  component: page(() => import('../../../collect/raise/RaisePage.tsx'), 'RaisePage'),
})
