import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { claimQueries } from '../../../claim/claims/claims.queries.ts'
import { OrderSearch, toQuery } from '../../../build/orders/list/order-search.ts'
import { orderQueries } from '../../../build/orders/orders.queries.ts'
import { mayDo } from '../../../county/session/me.ts'
import { firstPage, page } from '../page.tsx'
import { signedInRoute } from '../signed-in.route.ts'

const listPage = () => import('../../../build/orders/list/OrderListPage.tsx')
// Where members begin: on the way there its program is fetched while the session is still being asked for.
if (location.pathname === '/orders') listPage().catch(() => undefined)

export const ordersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/orders',
  validateSearch: OrderSearch,
  loaderDeps: ({ search }) => search,
  // Asked for while the page's program still comes; the page itself shows what is late or fails.
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchInfiniteQuery(orderQueries.list(toQuery(deps)))
    // How much one has in hand decides whether one may take more: known before the first order is opened.
    if (mayDo(context.me, 'claim.list')) void context.queryClient.prefetchQuery(claimQueries.inHand())
  },
  component: firstPage(listPage, 'OrderListPage'),
})

const OrderPageSearch = z.object({
  /** What the page is opened to do: a sheet that the browser's back button closes. */
  do: z.enum(['claim', 'collective', 'rate', 'telephone']).optional().catch(undefined),
})

export const orderRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/orders/$id',
  validateSearch: OrderPageSearch,
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(orderQueries.one(params.id))
    if (mayDo(context.me, 'claim.list')) void context.queryClient.prefetchQuery(claimQueries.inHand())
    void context.queryClient.prefetchInfiniteQuery(orderQueries.events(params.id))
  },
  component: page(() => import('../../../meet/order/OrderPage.tsx'), 'OrderPage'),
})
