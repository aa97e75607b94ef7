import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { BulletinView, type PublishBulletin } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import { address, request } from '../../platform/api/client.ts'
import { resultQueries } from '../results/results.queries.ts'
import { roundQueries } from '../rounds/rounds.queries.ts'

/** Which text of a round's bulletin: the newest, an earlier version, or what would be published now. */
export interface Which {
  readonly version?: number | undefined
  readonly draft?: true | undefined
}

export const bulletinQueries = {
  root: ['bulletins'] as const,
  one: (roundId: string, which: Which) =>
    queryOptions({
      queryKey: [...bulletinQueries.root, roundId, which],
      queryFn: ({ signal }) =>
        request('GET', `/rounds/${roundId}/bulletin`, { query: { ...which }, schema: BulletinView, signal }),
    }),
}

export const bulletinMutations = {
  /** `done` comes before the page's own questions are asked again: what was a draft a moment ago is none any more. */
  publish: (roundId: string, done: () => Promise<void>) =>
    mutationOptions({
      mutationFn: async (body: PublishBulletin) => {
        const view = await request('POST', `/rounds/${roundId}/bulletin`, { body, schema: BulletinView })
        await done()
        return view
      },
      onSuccess: async (_view, _input, _before, { client }) => {
        const roots = [bulletinQueries.root, resultQueries.root, roundQueries.root]
        await Promise.all(roots.map((queryKey) => client.invalidateQueries({ queryKey })))
      },
    }),
}

/** The same text as a file of its own. */
export const fileAddress = (roundId: string, format: 'html' | 'docx', which: Which) =>
  address(`/rounds/${roundId}/bulletin`, { format, ...which })
