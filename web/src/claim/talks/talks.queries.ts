import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { MessagePage, MessagePosted, type PostMessage, TalkList } from '@dj/shared/claim/talk/talk.schema.ts'
import { refreshOrders } from '../../build/orders/order.mutations.ts'
import { orderQueries } from '../../build/orders/orders.queries.ts'
import { request } from '../../platform/api/client.ts'

/** Under the root of the orders: what changes there asks these again, too. */
export const talkQueries = {
  of: (orderId: string) =>
    queryOptions({
      queryKey: [...orderQueries.root, 'talks', orderId],
      queryFn: ({ signal }) => request('GET', `/orders/${orderId}/talks`, { schema: TalkList, signal }),
    }),
}

interface Which {
  claimId: string
  needId: string
}

export const talkPath = ({ claimId, needId }: Which) => `/claims/${claimId}/needs/${needId}`

export const askEarlier = (talk: Which) => (before: string) =>
  request('GET', `${talkPath(talk)}/messages?before=${before}`, { schema: MessagePage })

export const talkMutations = {
  post: (talk: Which) =>
    mutationOptions({
      mutationFn: (body: PostMessage) => request('POST', `${talkPath(talk)}/messages`, { body, schema: MessagePosted }),
      onSuccess: (_message, _input, _before, { client }) => refreshOrders(client),
    }),
  share: ({ needId }: Pick<Which, 'needId'>) =>
    mutationOptions({
      mutationFn: (share: boolean) => request('PUT', `/needs/${needId}/contact-consent`, { body: { share } }),
      onSuccess: (_nothing, _input, _before, { client }) => client.invalidateQueries(),
    }),
}
