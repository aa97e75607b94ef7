import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { SessionView, type SignIn } from '@dj/shared/county/people/session.schema.ts'
import { request } from '../../platform/api/client.ts'
import { forgetDrafts } from '../../platform/form/kept-draft.ts'
import { uuid } from '../../platform/api/uuid.ts'
import { forgetSession, keepSession, rememberSession } from './kept-session.ts'

export const sessionQueries = {
  root: ['session'] as const,
  me: () =>
    queryOptions({
      queryKey: [...sessionQueries.root, 'me'],
      queryFn: ({ signal }) => keepSession(() => request('GET', '/session', { schema: SessionView, signal })),
      staleTime: 5 * 60_000,
    }),
}

/** Who is signed in. Only below the signed-in layout, whose guard has loaded it. */
export function useMe(): SessionView {
  return useSuspenseQuery(sessionQueries.me()).data
}

/** Somebody is here now: nothing of the person before may show through. */
export function useArrival() {
  const client = useQueryClient()
  return (me: SessionView) => {
    client.clear()
    rememberSession(me)
    client.setQueryData(sessionQueries.me().queryKey, me)
  }
}

export function useSignIn() {
  return useMutation({
    mutationFn: (input: SignIn) =>
      request('POST', '/session', { body: input, schema: SessionView, idempotencyKey: uuid() }), // a password is not remembered,
    onSuccess: useArrival(),
  })
}

/** Leaves first and forgets afterwards: a page that is still open must not find itself without its person. */
export function useSignOut(everywhere: boolean) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => request('DELETE', '/session', { query: { everywhere } }),
    onSuccess: async () => {
      forgetSession()
      forgetDrafts()
      const { photoShelf } = await import('../../platform/photos/photo-shelf.ts')
      await photoShelf.clear()
      await navigate({ to: '/sign-in', search: { why: 'left' } })
      client.clear()
    },
  })
}
