import { http, HttpResponse } from 'msw'
import { people } from './county.world.ts'
import { inspectorPeople } from '../follow/inspectors.world.ts'
import type { World } from '../world.ts'

const queryOf = (request: Request) => new URL(request.url).searchParams

/** The tree, the settings and the colleagues. */
export const countyHandlers = ({ market }: World) => [
  http.get('*/api/v1/organizations', ({ request }) => {
    const query = queryOf(request)
    const [kind, under] = [query.get('kind'), query.get('under')]
    const items = market.organizations.filter(
      (node) => (kind === null || node.kind === kind) && (under === null || node.path.some((id) => id === under)),
    )
    return HttpResponse.json({ items })
  }),
  http.get('*/api/v1/colleagues', ({ request }) =>
    HttpResponse.json({ items: queryOf(request).get('role') === 'inspector' ? inspectorPeople : people }),
  ),
  http.get('*/api/v1/settings', () =>
    HttpResponse.json({
      version: 1,
      settings: market.settings,
      changedBy: null,
      changedAt: '2026-10-01T00:00:00Z',
      note: null,
      seedHolders: [],
    }),
  ),
]
