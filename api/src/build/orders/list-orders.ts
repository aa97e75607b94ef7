import { type CardRow, listCards } from '@dj/db/queries/build/order-cards.ts'
import { type CardFilter, lightCondition } from '@dj/db/queries/build/order-filter.ts'
import { currentSettings, settingsOfVersion } from '@dj/db/queries/county/settings.ts'
import type { OrderPage, OrderQuery, OrderState } from '@dj/shared/build/order/order.schema.ts'
import { orderNumberIn } from '@dj/shared/build/order/order-number.ts'
import { type Actor, reachOf } from '@dj/shared/policy.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import { cutPage, fromCursor } from '../../platform/http/cursor.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { searched } from '../../platform/searched.ts'
import { toOrderCard } from './order.view.ts'
import { unclaimedSince } from './unclaimed-since.ts'

const day = 86_400_000
const published: readonly OrderState[] = ['open', 'claimed', 'delivered', 'rectifying', 'retiring', 'closed', 'retired']
const live: readonly OrderState[] = ['open', 'claimed', 'delivered', 'rectifying', 'retiring']

/** A page of a library as the viewer may see it: published orders to everybody, drafts to those who build there. */
export async function listOrders(deps: Deps, input: OrderQuery & { actor: Actor }): Promise<Sent<typeof OrderPage>> {
  const { actor, limit, sort, cursor } = input
  const after = fromCursor(cursor)
  const at = deps.now()
  const lights = input.light && thresholds((await currentSettings(deps.db, actor.countyId)).settings, at)
  const steps = input.unclaimedDays === undefined ? [] : [input.unclaimedDays]
  const [unclaimedBefore] = steps.length === 0 ? [] : (await unclaimedSince(deps.db, actor.countyId, at, steps)).since
  const rows = await listCards(deps.db, actor, toFilter(input, lights, unclaimedBefore), {
    sort,
    limit: limit + 1,
    after,
  })
  const { items, nextCursor } = cutPage(rows, limit, (row) => ({ key: row.sort_key, id: row.id }))
  const total = after === null ? (rows[0]?.total ?? (nextCursor === null ? items.length : null)) : null
  if (!rows[0]) return { items: [], nextCursor, total }
  const settings = await settingsOfVersion(deps.db, actor.countyId, rows[0].settings_version)
  return { items: items.map((row: CardRow) => toOrderCard(row, { actor, settings, at })), nextCursor, total }
}

type Lights = ReturnType<typeof thresholds>

function toFilter(
  { actor, ...query }: OrderQuery & { actor: Actor },
  lights: Lights | undefined,
  unclaimedBefore: Date | undefined,
): CardFilter {
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
    light: query.light && lights && lightCondition(query.light, lights),
    unclaimedBefore,
    ...soughtBy(query.q),
  }
}

/** A whole number names one order; anything else is looked for in the words. */
function soughtBy(q: string | undefined): Pick<CardFilter, 'number' | 'terms'> {
  const number = q === undefined ? undefined : orderNumberIn(q)
  return number === undefined ? { terms: searched(q) } : { number, terms: [] }
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
