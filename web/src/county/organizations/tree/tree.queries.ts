import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import {
  type AddOrganization,
  type CloseOrganization,
  type EditOrganization,
  type MoveOrganization,
  OrganizationDetail,
  OrganizationTree,
} from '@dj/shared/county/organization/tree.schema.ts'
import { request } from '../../../platform/api/client.ts'
import { organizationQueries } from '../organizations.queries.ts'

const root = [...organizationQueries.root, 'tree'] as const
interface Filter {
  readonly parent?: string | undefined
  readonly q?: string | undefined
  readonly closed: boolean
}

export const treeQueries = {
  /** What lies right below a node (the county itself without one), or what bears such a name: a page at a time. */
  list: ({ parent, q, closed }: Filter) =>
    infiniteQueryOptions({
      queryKey: [...root, 'list', parent, q, closed],
      queryFn: ({ pageParam, signal }) =>
        request('GET', '/organization-tree', {
          query: { parent, q, closed: closed || undefined, after: pageParam },
          schema: OrganizationTree,
          signal,
        }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ items, more }) => (more ? items.at(-1)?.id : undefined),
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: [...root, 'one', id],
      queryFn: ({ signal }) => request('GET', `/organizations/${id}`, { schema: OrganizationDetail, signal }),
    }),
}

/** Whatever changes in the tree may show anywhere: every list of organizations is asked for again. */
function useChange<Body>(send: (body: Body) => Promise<OrganizationDetail>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: organizationQueries.root }),
  })
}

const schema = OrganizationDetail
type Held = Pick<OrganizationDetail, 'id' | 'version'>

export const useAddOrganization = () =>
  useChange((body: AddOrganization) => request('POST', '/organizations', { body, schema }))
export const useEditOrganization = ({ id, version }: Held) =>
  useChange((body: EditOrganization) => request('PATCH', `/organizations/${id}`, { body, ifMatch: version, schema }))
export const useMoveOrganization = ({ id, version }: Held) =>
  useChange((body: MoveOrganization) =>
    request('POST', `/organizations/${id}/move`, { body, ifMatch: version, schema }),
  )
export const useCloseOrganization = ({ id, version }: Held) =>
  useChange((body: CloseOrganization) =>
    request('POST', `/organizations/${id}/close`, { body, ifMatch: version, schema }),
  )
