import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { AccountAdded } from '@dj/shared/county/people/account.schema.ts'
import { PersonPage, PersonView, type AddPerson, type EditPerson } from '@dj/shared/county/people/people.schema.ts'
import { request, type Query } from '../../platform/api/client.ts'

export const peopleQueries = {
  root: ['people'] as const,
  list: (filter: Query) =>
    infiniteQueryOptions({
      queryKey: [...peopleQueries.root, 'list', filter],
      queryFn: ({ pageParam, signal }) =>
        request('GET', '/people', { query: { ...filter, limit: 50, cursor: pageParam }, schema: PersonPage, signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
    }),
  /** The first few that fit, for choosing one. */
  search: (q: string) =>
    queryOptions({
      queryKey: [...peopleQueries.root, 'search', q],
      queryFn: async ({ signal }) =>
        (await request('GET', '/people', { query: { q: q || undefined, limit: 8 }, schema: PersonPage, signal })).items,
      placeholderData: keepPreviousData,
    }),
}

export function useAddPerson() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AddPerson) => request('POST', '/people', { body, schema: AccountAdded }),
    onSuccess: () => client.invalidateQueries({ queryKey: peopleQueries.root }),
  })
}

export function useEditPerson({ id, version }: PersonView) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: EditPerson) => request('PATCH', `/people/${id}`, { body, ifMatch: version, schema: PersonView }),
    onSuccess: () => client.invalidateQueries({ queryKey: peopleQueries.root }),
  })
}
