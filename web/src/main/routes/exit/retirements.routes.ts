import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { RetirementState } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { page } from '../page.tsx'
import { rootRoute } from '../root.route.ts'
import { signedInRoute } from '../signed-in.route.ts'

export const retirementsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/retirements',
  validateSearch: z.object({ state: RetirementState.optional().catch(undefined) }),
  component: page(() => import('../../../exit/retirements/RetirementsPage.tsx'), 'RetirementsPage'),
})

export const noticesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/notices/$countyId',
  component: page(() => import('../../../exit/notices/NoticesPage.tsx'), 'NoticesPage'),
})

export const newRetirementRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/retirements/new',
  validateSearch: z.object({ orderId: z.uuid().optional().catch(undefined) }),
  component: page(() => import('../../../exit/retirements/NewRetirementPage.tsx'), 'NewRetirementPage'),
})

export const retirementRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/retirements/$id',
  component: page(() => import('../../../exit/retirements/RetirementPage.tsx'), 'RetirementPage'),
})
