import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { FindingView } from '@dj/shared/follow/finding/finding.schema.ts'
import { request } from '../../platform/api/client.ts'

const Findings = z.object({ items: z.array(FindingView) })

export const findingQueries = {
  /** Under the orders' root: what changes an order changes what was found on it. */
  of: (orderId: string) =>
    queryOptions({
      queryKey: ['orders', 'findings', orderId],
      queryFn: ({ signal }) => request('GET', `/orders/${orderId}/findings`, { schema: Findings, signal }),
    }),
}
