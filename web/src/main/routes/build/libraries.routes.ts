import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { Tier } from '@dj/shared/county/organization/tier.ts'
import { page } from '../page.tsx'
import { signedInRoute } from '../signed-in.route.ts'

const LibrariesSearch = z.object({
  tier: Tier.optional().catch(undefined),
  under: z.uuid().optional().catch(undefined),
  sort: z.enum(['name', 'red', 'unclaimed', 'total']).optional().catch(undefined),
  /** The dark version for the wall. */
  projector: z.literal(true).optional().catch(undefined),
})

export const librariesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/libraries',
  validateSearch: LibrariesSearch,
  component: page(() => import('../../../build/libraries/LibrariesPage.tsx'), 'LibrariesPage'),
})
