import { z } from 'zod'
import { ClaimMode, OrderState, type LibrarySummary } from '@dj/shared/build/order/order.schema.ts'
import { LightColour } from '@dj/shared/platform/light-colour.ts'
import { Tier } from '@dj/shared/county/organization/tier.ts'
import type { Query } from '../../../platform/api/client.ts'

const kept = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined)

/** What the list offers: everything published, everything alive, one state, or the drafts of those who build. */
export const listStates = [
  'open',
  'claimed',
  'delivered',
  'closed',
  'rectifying',
  'retiring',
  'retired',
  'live',
  'all',
] as const

/** The list's filters as its address carries them, under the api's own names; what cannot be read is dropped. */
export const OrderSearch = z.object({
  q: kept(z.union([z.string(), z.number().transform(String)]).pipe(z.string().max(60))),
  tier: kept(Tier),
  state: kept(z.enum([...OrderState.options, 'live', 'building', 'all'])),
  category: kept(z.string().max(40)),
  townId: kept(z.uuid()),
  ownerId: kept(z.uuid()),
  under: kept(z.uuid()),
  mode: kept(ClaimMode),
  individual: kept(z.literal(true)),
  free: kept(z.literal(true)),
  light: kept(LightColour),
  unclaimedDays: kept(z.int().min(0).max(365)),
  sort: kept(z.enum(['newest', 'oldest', 'due'])),
})
export type OrderSearch = z.infer<typeof OrderSearch>
export type ListState = NonNullable<OrderSearch['state']>

/** Without a word on it a member sees what can be claimed; a light belongs to what is in hand. */
export const stateOf = (search: OrderSearch): ListState =>
  search.state ?? (search.light === undefined ? 'open' : 'live')

/** One character is too few to search by: the list then stays as it is. */
export const isTooShort = (q: string | undefined): boolean => q !== undefined && Array.from(q.trim()).length === 1

export function toQuery(search: OrderSearch): Query {
  const state = stateOf(search)
  const q = search.q?.trim() ?? ''
  return { ...search, q: q === '' || isTooShort(q) ? undefined : q, state: state === 'all' ? undefined : state }
}

/** The filters beside tier and state: with one of these on, the libraries' figures are not the list's. */
export const narrowing = [
  'q',
  'category',
  'townId',
  'ownerId',
  'under',
  'mode',
  'individual',
  'free',
  'light',
  'unclaimedDays',
] as const
export const isNarrowed = (search: OrderSearch): boolean => narrowing.some((name) => search[name] !== undefined)

/** How many orders of a library are in this state, from its figures; undefined where they do not tell. */
export function countIn(summary: LibrarySummary, state: ListState): number | undefined {
  switch (state) {
    case 'all':
      return summary.total
    case 'building':
      return summary.draft
    case 'live':
      return summary.open + summary.claimed + summary.delivered + summary.rectifying + summary.retiring
    case 'open':
    case 'draft':
    case 'claimed':
    case 'delivered':
    case 'closed':
    case 'rectifying':
    case 'retiring':
      return summary[state]
    case 'retired':
    case 'discarded':
      return undefined
  }
}

/** The same over several libraries. */
export function sumIn(summaries: readonly LibrarySummary[], state: ListState): number | undefined {
  const counts = summaries.map((summary) => countIn(summary, state))
  return counts.includes(undefined) ? undefined : counts.reduce<number>((sum, n = 0) => sum + n, 0)
}
