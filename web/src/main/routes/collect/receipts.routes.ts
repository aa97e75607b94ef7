import { createRoute } from '@tanstack/react-router'
import { page } from '../page.tsx'
import { rootRoute } from '../root.route.ts'

export const receiptsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/receipt',
  component: page(() => import('../../../meet/receipts/ReceiptsPage.tsx'), 'ReceiptsPage'),
})

export const receiptRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/receipt/$code',
  component: page(() => import('../../../meet/receipts/ReceiptPage.tsx'), 'ReceiptPage'),
})
