import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { request } from '../../platform/api/client.ts'
import { orderQueries } from './orders.queries.ts'

/** Whatever shows orders asks again: the libraries' figures and my work, too. */
export const refreshOrders = (client: QueryClient) =>
  Promise.all(['orders', 'libraries', 'work'].map((root) => client.invalidateQueries({ queryKey: [root] })))

const key = (id: string) => orderQueries.one(id).queryKey

/** The reply is the order as it now stands: shown at once, the rest is asked for again. */
function keep(client: QueryClient, order: OrderView): void {
  client.setQueryData(key(order.id), order)
  void refreshOrders(client)
}

export const orderMutations = {
  /** Nobody competes for a voice, so it is shown before the reply. */
  second: (id: string) =>
    mutationOptions({
      mutationFn: () => request('POST', `/orders/${id}/seconds`, { body: {}, schema: OrderView }),
      onMutate: async (_none: void, { client }) => {
        await client.cancelQueries({ queryKey: key(id) })
        const before = client.getQueryData(key(id))
        if (before) client.setQueryData(key(id), { ...before, secondedByMe: true, seconds: before.seconds + 1 })
        return before
      },
      onError: (_error, _none, before, { client }) => client.setQueryData(key(id), before),
      onSuccess: (order, _none, _before, { client }) => keep(client, order),
    }),
  publish: (id: string) =>
    mutationOptions({
      mutationFn: (_none: void) => request('POST', `/orders/${id}/publish`, { body: {}, schema: OrderView }),
      onSuccess: (order, _none, _before, { client }) => keep(client, order),
    }),
  /** Takes the publication back, while nobody relied on it. */
  unpublish: (id: string) =>
    mutationOptions({
      mutationFn: (_none: void) => request('POST', `/orders/${id}/unpublish`, { body: {}, schema: OrderView }),
      onSuccess: (order, _none, _before, { client }) => keep(client, order),
    }),
  discard: (id: string) =>
    mutationOptions({
      mutationFn: (reason: string) =>
        request('POST', `/orders/${id}/discard`, { body: { reason: reason.trim() || undefined }, schema: OrderView }),
      onSuccess: (order, _reason, _before, { client }) => keep(client, order),
    }),
}
