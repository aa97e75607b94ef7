import { BuildOrder, EditOrder, OrderView } from '@dj/shared/build/order/order.schema.ts'
import type { OrganizationId } from '@dj/shared/platform/ids.ts'
import { request, type Query } from '../../platform/api/client.ts'
import type { NeedFilter } from '../../collect/needs/needs.queries.ts'
import type { Me } from '../../county/session/me.ts'

export const buildOrder = (input: BuildOrder) => request('POST', '/orders', { body: input, schema: OrderView })

export const editOrder = (id: string, version: number, change: EditOrder) =>
  request('PATCH', `/orders/${id}`, { body: change, ifMatch: version, schema: OrderView })

/** A desk somebody sits at: the organization of a grant that builds. */
export interface DeskPlace {
  readonly id: string
  readonly name: string
  readonly needs: NeedFilter
  readonly orders: Query
}

/** The desks of a person, widest first: county, towns, own organizations. */
export function desksOf(me: Me): readonly DeskPlace[] {
  const at = (role: string, toNeeds: (id: OrganizationId) => NeedFilter) =>
    me.roles
      .filter((grant) => grant.role === role)
      .map(({ organizationId: id, organizationName: name }) => ({
        id,
        name,
        needs: toNeeds(id),
        orders: { under: id },
      }))
  return [
    ...at('county_organizer', () => ({})),
    ...at('town_organizer', (townId) => ({ townId })),
    ...at('secretary', (organizationId) => ({ organizationId })),
  ]
}
