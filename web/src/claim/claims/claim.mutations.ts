import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import {
  type ChangeParticipants,
  type ClaimOrder,
  ClaimView,
  type ConvertClaim,
  type DecideClaimRequest,
  type DeliverClaim,
  type ExtendClaim,
  type Participate,
  ProgressView,
  type RecallClaim,
  type ReportProgress,
} from '@dj/shared/claim/claim/claim.schema.ts'
import { DeliveryView } from '@dj/shared/build/order/order.schema.ts'
import { request } from '../../platform/api/client.ts'
import { refreshOrders } from '../../build/orders/order.mutations.ts'
import { claimQueries } from './claims.queries.ts'

/** Claims and the orders they are on ask again; a page that waits for this shows the new state when the act is over. */
export const refreshClaims = (client: QueryClient) =>
  Promise.all([client.invalidateQueries({ queryKey: claimQueries.root }), refreshOrders(client)])

const act = <Input>(path: string, toBody: (input: Input) => unknown = (input) => input) =>
  mutationOptions({
    mutationFn: (input: Input) => request('POST', path, { body: toBody(input), schema: ClaimView }),
    onSuccess: (_claim, _input, _before, { client }) => refreshClaims(client),
  })

export const claimMutations = {
  take: (orderId: string) => act<Partial<ClaimOrder>>(`/orders/${orderId}/claims`),
  release: (id: string) =>
    act<string>(`/claims/${id}/release`, (reason) => ({ reason: reason.trim() === '' ? undefined : reason })),
  recall: (id: string) => act<RecallClaim>(`/claims/${id}/recall`),
  decide: (id: string) => act<DecideClaimRequest>(`/claims/${id}/decision`),
  extend: (id: string) => act<ExtendClaim>(`/claims/${id}/extension`),
  convert: (id: string) => act<ConvertClaim>(`/claims/${id}/conversion`),
  changeParticipants: (id: string) => act<Partial<ChangeParticipants>>(`/claims/${id}/participants`),
  participate: (id: string) => act<Participate>(`/claims/${id}/participation`),
  report: (id: string) =>
    mutationOptions({
      mutationFn: (body: ReportProgress) => request('POST', `/claims/${id}/progress`, { body, schema: ProgressView }),
      onSuccess: (_view, _input, _before, { client }) => refreshClaims(client),
    }),
  deliver: (id: string) =>
    mutationOptions({
      mutationFn: (body: DeliverClaim) => request('POST', `/claims/${id}/deliveries`, { body, schema: DeliveryView }),
      onSuccess: (_view, _input, _before, { client }) => refreshClaims(client),
    }),
}
