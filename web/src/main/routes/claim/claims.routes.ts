import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { claimQueries } from '../../../claim/claims/claims.queries.ts'
import { page } from '../page.tsx'
import { signedInRoute } from '../signed-in.route.ts'

export const claimsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/claims',
  validateSearch: z.object({ show: z.enum(['all']).optional().catch(undefined) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(claimQueries.mine(deps.show !== 'all')),
  component: page(() => import('../../../claim/claims/mine/MyClaimsPage.tsx'), 'MyClaimsPage'),
})

const ClaimSearch = z.object({
  /** What the page is opened to do: a sheet that the browser's back button closes. */
  do: z.enum(['report', 'deliver', 'release', 'extend', 'convert']).optional().catch(undefined),
})

export const claimRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/claims/$id',
  validateSearch: ClaimSearch,
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(claimQueries.one(params.id)),
  component: page(() => import('../../../meet/claim/ClaimPage.tsx'), 'ClaimPage'),
})
