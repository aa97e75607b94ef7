import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { NeedSearch } from '../needs/need-search.ts'
import { page } from './page.tsx'
import { signedInRoute } from './signed-in.route.ts'

const area = createRoute({ getParentRoute: () => signedInRoute, id: 'collect' })

const list = createRoute({
  getParentRoute: () => area,
  path: '/needs',
  validateSearch: NeedSearch,
  component: page(() => import('../needs/NeedListPage.tsx'), 'NeedListPage'),
})

const raise = createRoute({
  getParentRoute: () => area,
  path: '/needs/new',
  validateSearch: z.object({ for: z.enum(['me', 'others']).optional().catch(undefined) }),
  component: page(() => import('../needs/NewNeedPage.tsx'), 'NewNeedPage'),
})

const bringIn = createRoute({
  getParentRoute: () => area,
  path: '/needs/import',
  component: page(() => import('../import/ImportPage.tsx'), 'ImportPage'),
})

const one = createRoute({
  getParentRoute: () => area,
  path: '/needs/$id',
  component: page(() => import('../needs/NeedPage.tsx'), 'NeedPage'),
})

export const needsRoute = area.addChildren([list, raise, bringIn, one])
