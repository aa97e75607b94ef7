import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { SessionView, type SignIn } from '@dj/shared/people/session.schema.ts'
import { request } from '../api/client.ts'

export const sessionQueries = {
  root: ['session'] as const,
  me: () =>
    queryOptions({
      queryKey: [...sessionQueries.root, 'me'],
      queryFn: ({ signal }) => request('GET', '/session', { schema: SessionView, signal }),
      staleTime: 5 * 60_000,
    }),
}

/** Who is signed in. Only below the signed-in layout, whose guard has loaded it. */
export function useMe(): SessionView {
  return useSuspenseQuery(sessionQueries.me()).data
}

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: SignIn) => request('POST', '/session', { body: input, schema: SessionView }),
    onSuccess: (me) => {
      client.clear() // nothing of the person before may show through
      client.setQueryData(sessionQueries.me().queryKey, me)
    },
  })
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ everywhere }: { everywhere: boolean }) =>
      request('DELETE', '/session', { query: { everywhere: everywhere || undefined } }),
    onSettled: () => client.clear(),
  })
}
