import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { Basis, TargetState } from '@dj/shared/follow/round/round.schema.ts'
import { page } from '../page.tsx'
import { rootRoute } from '../root.route.ts'
import { signedInRoute } from '../signed-in.route.ts'

export const roundsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rounds',
  validateSearch: z.object({ open: z.literal(true).optional().catch(undefined) }),
  component: page(() => import('../../../follow/rounds/RoundsPage.tsx'), 'RoundsPage'),
})

export const roundRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rounds/$id',
  validateSearch: z.object({
    basis: Basis.optional().catch(undefined),
    state: TargetState.optional().catch(undefined),
  }),
  component: page(() => import('../../../follow/rounds/RoundPage.tsx'), 'RoundPage'),
})

export const ceremonyRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rounds/$id/ceremony',
  component: page(() => import('../../../follow/rounds/ceremony/CeremonyPage.tsx'), 'CeremonyPage'),
})

export const resultsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/results/$countyId',
  component: page(() => import('../../../follow/results/ResultsPage.tsx'), 'ResultsPage'),
})

export const resultRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/results/$countyId/$roundId',
  component: page(() => import('../../../follow/results/ResultPage.tsx'), 'ResultPage'),
})

export const bulletinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/results/$countyId/$roundId/bulletin',
  validateSearch: z.object({
    version: z.int().min(1).optional().catch(undefined),
    draft: z.literal(true).optional().catch(undefined),
  }),
  component: page(() => import('../../../follow/bulletins/BulletinPage.tsx'), 'BulletinPage'),
})
