import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { PosterPageSearch } from '../../../collect/poster/poster-link.ts'
import { NeedSearch } from '../../../collect/needs/list/need-search.ts'
import { page } from '../page.tsx'
import { signedInRoute } from '../signed-in.route.ts'

const area = createRoute({ getParentRoute: () => signedInRoute, id: 'collect' })

const list = createRoute({
  getParentRoute: () => area,
  path: '/needs',
  validateSearch: NeedSearch,
  component: page(() => import('../../../collect/needs/list/NeedListPage.tsx'), 'NeedListPage'),
})

const raise = createRoute({
  getParentRoute: () => area,
  path: '/needs/new',
  validateSearch: z.object({
    for: z.enum(['me', 'others']).optional().catch(undefined),
    step: z.coerce.number().int().min(1).max(6).optional().catch(undefined),
  }),
  component: page(() => import('../../../collect/needs/form/NewNeedPage.tsx'), 'NewNeedPage'),
})

const bringIn = createRoute({
  getParentRoute: () => area,
  path: '/needs/import',
  component: page(() => import('../../../collect/import/ImportPage.tsx'), 'ImportPage'),
})

const poster = createRoute({
  getParentRoute: () => area,
  path: '/needs/poster',
  validateSearch: PosterPageSearch,
  component: page(() => import('../../../collect/poster/PosterPage.tsx'), 'PosterPage'),
})

const one = createRoute({
  getParentRoute: () => area,
  path: '/needs/$id',
  component: page(() => import('../../../meet/need/NeedPage.tsx'), 'NeedPage'),
})

export const needsRoute = area.addChildren([list, raise, bringIn, poster, one])
