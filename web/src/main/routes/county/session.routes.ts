import { createRoute, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { homeOf } from '../../../county/session/me.ts'
import { page } from '../page.tsx'
import { rootRoute } from '../root.route.ts'
import { signedInRoute } from '../signed-in.route.ts'

const SignInSearch = z.object({
  from: z
    .string()
    .regex(/^\/(?![/\\])/)
    .optional()
    .catch(undefined),
  why: z.enum(['lost', 'left']).optional().catch(undefined),
})

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: SignInSearch,
  component: page(() => import('../../../county/session/SignInPage.tsx'), 'SignInPage'),
})

export const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: homeOf(context.me), replace: true })
  },
})

export const meRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/me',
  component: page(() => import('../../../meet/me/MePage.tsx'), 'MePage'),
})

export const passwordRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/me/password',
  component: page(() => import('../../../county/accounts/ChangePasswordPage.tsx'), 'ChangePasswordPage'),
})

export const openAccountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/open-account',
  validateSearch: z.object({ u: z.string().max(64).optional().catch(undefined) }),
  component: page(() => import('../../../county/accounts/OpenAccountPage.tsx'), 'OpenAccountPage'),
})
