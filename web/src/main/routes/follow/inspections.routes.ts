import { createRoute } from '@tanstack/react-router'
import { page } from '../page.tsx'
import { signedInRoute } from '../signed-in.route.ts'

export const inspectionsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/inspections',
  component: page(() => import('../../../follow/inspections/InspectionsPage.tsx'), 'InspectionsPage'),
})

export const inspectionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/inspections/$roundId/$orderId',
  component: page(() => import('../../../follow/inspections/InspectionPage.tsx'), 'InspectionPage'),
})
