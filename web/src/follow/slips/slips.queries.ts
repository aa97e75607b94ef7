import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import { type EnterSlips, SlipReport } from '@dj/shared/follow/finding/slip.schema.ts'
import { TargetPage, type TargetView } from '@dj/shared/follow/round/round.schema.ts'
import type { z } from 'zod'
import { request } from '../../platform/api/client.ts'
import { orderQueries } from '../../build/orders/orders.queries.ts'
import { roundQueries } from '../rounds/rounds.queries.ts'

export const slipQueries = {
  checklist: () =>
    queryOptions({
      queryKey: ['checklist'],
      queryFn: ({ signal }) => request('GET', '/checklist', { schema: ChecklistView, signal }),
    }),
  /** Every target of the round that the viewer may see: the census, and of the sample only what was visited. */
  targets: (roundId: string) =>
    queryOptions({
      queryKey: [...roundQueries.root, 'slips', roundId],
      queryFn: ({ signal }) => allTargets(roundId, signal),
    }),
}

async function allTargets(roundId: string, signal: AbortSignal): Promise<readonly TargetView[]> {
  const targets: TargetView[] = []
  let cursor: string | null = null
  do {
    const query = { limit: 100, cursor }
    const page: TargetPage = await request('GET', `/rounds/${roundId}/targets`, { query, schema: TargetPage, signal })
    targets.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return targets
}

export const enterSlips = (roundId: string) =>
  mutationOptions({
    mutationFn: (body: z.input<typeof EnterSlips>) =>
      request('POST', `/rounds/${roundId}/slips`, { body, schema: SlipReport }),
    onSuccess: async (_report, _input, _before, { client }) => {
      await client.invalidateQueries({ queryKey: roundQueries.root })
      await client.invalidateQueries({ queryKey: orderQueries.root })
    },
  })
