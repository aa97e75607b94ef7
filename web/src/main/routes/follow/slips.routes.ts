import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { page } from '../page.tsx'
import { signedInRoute } from '../signed-in.route.ts'

const id = z.uuid().optional().catch(undefined)

export const slipsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/inspections/slips',
  validateSearch: z.object({ round: id }),
  component: page(() => import('../../../follow/slips/SlipsPage.tsx'), 'SlipsPage'),
})

export const printSlipsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/inspections/slips/print',
  validateSearch: z.object({ round: id, order: id }),
  component: page(() => import('../../../follow/slips/paper/PrintSlipsPage.tsx'), 'PrintSlipsPage'),
})
