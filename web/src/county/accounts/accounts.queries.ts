import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  ResetAsked,
  type AskReset,
  type ChangePassword,
  type OpenAccount,
} from '@dj/shared/county/people/account.schema.ts'
import { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { request } from '../../platform/api/client.ts'
import { uuid } from '../../platform/api/uuid.ts'
import { peopleQueries } from '../people/people.queries.ts'
import { useArrival } from '../session/session.queries.ts'

/** Sent under a key of its own: what is secret is not remembered with the act. */
export function useOpenAccount() {
  return useMutation({
    mutationFn: (body: OpenAccount) =>
      request('POST', '/account', { body, schema: SessionView, idempotencyKey: uuid() }),
    onSuccess: useArrival(),
  })
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (body: ChangePassword) => request('POST', '/account/password', { body, idempotencyKey: uuid() }),
  })
}

export function useAskReset(personId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AskReset) => request('POST', `/people/${personId}/resets`, { body, schema: ResetAsked }),
    onSuccess: () => client.invalidateQueries({ queryKey: peopleQueries.root }),
  })
}
