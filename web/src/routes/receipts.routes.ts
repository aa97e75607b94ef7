import { createRoute } from '@tanstack/react-router'
import { page } from './page.tsx'
import { rootRoute } from './root.route.ts'

export const receiptsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/receipts',
  component: page(() => import('../receipts/ReceiptsPage.tsx'), 'ReceiptsPage'),
})
