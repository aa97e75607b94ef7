import { createRoute } from '@tanstack/react-router'
import { page } from './page.tsx'
import { signedInRoute } from './signed-in.route.ts'

export const ordersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/orders',
  component: page(() => import('../orders/OrderListPage.tsx'), 'OrderListPage'),
})
