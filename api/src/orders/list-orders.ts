import { type CardFilter, type CardRow, countCards, lightCondition, listCards } from '@dj/db/queries/order-cards.ts'
import { currentSettings } from '@dj/db/queries/settings.ts'
import { queryTerms } from '@dj/db/search/terms.ts'
import type { OrderPage, OrderQuery, OrderState } from '@dj/shared/order/order.schema.ts'
import { type Actor, reachOf } from '@dj/shared/people/policy.ts'
import type { CountySettings } from '@dj/shared/settings/settings.schema.ts'
import type { Deps } from '../deps.ts'
import { cutPage, fromCursor } from '../http/cursor.ts'
import type { Sent } from '../http/spec.ts'
import { toOrderCard } from './order.view.ts'

const day = 86_400_000
const published: readonly OrderState[] = ['open', 'claimed', 'delivered', 'rectifying', 'retiring', 'closed', 'retired']
const live: readonly OrderState[] = ['open', 'claimed', 'delivered', 'rectifying', 'retiring']

/** A page of a library as the viewer may see it: published orders to everybody, drafts to those who build there. */
export async function listOrders(deps: Deps, input: OrderQuery & { actor: Actor }): Promise<Sent<typeof OrderPage>> {
  const { actor, limit, sort, cursor } = input
  const after = fromCursor(cursor)
  const at = deps.now()
  const { settings } = await currentSettings(deps.db, actor.countyId)
  const filter = toFilter(input, settings, at)
  const [rows, total] = await Promise.all([
    listCards(deps.db, actor, filter, { sort, limit: limit + 1, after }),
    after === null ? countCards(deps.db, actor.countyId, filter) : null,
  ])
  const page = cutPage(rows, limit, (row) => ({ key: row.sort_key, id: row.id }))
  const toCard = (row: CardRow) => toOrderCard(row, { actor, settings, at })
  return { items: page.items.map(toCard), nextCursor: page.nextCursor, total }
}

function toFilter({ actor, ...query }: OrderQuery & { actor: Actor }, settings: CountySettings, at: Date): CardFilter {
  const reach = reachOf('order.read_draft', actor)
  const { tier, townId, ownerId, under, category, mode, individual, free } = query
  return {
    states: statesOf(query.state),
    draftsUnder: reach.all ? 'all' : reach.under,
    tier,
    townId,
    ownerId,
    under,
    category,
    mode,
    individual,
    free,
    light: query.light && lightCondition(query.light, thresholds(settings, at)),
    unclaimedBefore: query.unclaimedDays === undefined ? undefined : new Date(at.getTime() - query.unclaimedDays * day),
    terms: query.q === undefined ? [] : queryTerms(query.q),
  }
}

function statesOf(state: OrderQuery['state']): readonly OrderState[] {
  if (state === undefined) return published
  if (state === 'live') return live
  return state === 'building' ? ['draft'] : [state]
}

/** The instants at which a light changes, seen from `at`. */
export function thresholds({ light }: CountySettings, at: Date) {
  const ago = (days: number) => new Date(at.getTime() - days * day)
  return {
    now: at,
    redSilentSince: ago(light.redSilentDays),
    yellowSilentSince: ago(light.yellowSilentDays),
    yellowDueBefore: ago(-light.yellowLeftDays),
  }
}
