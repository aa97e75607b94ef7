import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { PersonKind } from '@dj/shared/county/people/session.schema.ts'
import { page } from '../page.tsx'
import { signedInRoute } from '../signed-in.route.ts'

export const resetsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/resets',
  component: page(() => import('../../../county/accounts/ResetsPage.tsx'), 'ResetsPage'),
})

export const organizationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/organizations',
  validateSearch: z.object({
    q: z.string().trim().min(1).max(40).optional().catch(undefined),
    closed: z.boolean().optional().catch(undefined),
    id: z.uuid().optional().catch(undefined),
  }),
  component: page(() => import('../../../county/organizations/tree/OrganizationsPage.tsx'), 'OrganizationsPage'),
})

export const peopleRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/people',
  validateSearch: z.object({
    q: z.string().trim().min(1).max(40).optional().catch(undefined),
    kind: PersonKind.optional().catch(undefined),
  }),
  component: page(() => import('../../../county/people/PeoplePage.tsx'), 'PeoplePage'),
})
