import { chanceToMeet, sampleSize } from '@dj/shared/follow/round/draw.rules.ts'
import { organizationOf } from '../build/market.facts.ts'
import type { Market } from '../build/market.ts'
import type { RoundRecord } from './rounds.records.ts'

/** The town an order belongs to; null for those of the county itself. */
export function townOf(market: Market, orderId: string): string | null {
  const order = market.orders.find(({ id }) => id === orderId)
  const townId = order === undefined ? null : organizationOf(market, order.ownerId).townId
  return townId === null ? null : organizationOf(market, townId).name
}

/** What the sample of each town can find, if one in ten C orders is bad. */
export function powerOf(market: Market, { frame, rate, minimum }: RoundRecord) {
  const drawable = frame.filter(([, , tier]) => tier === 'C').map(([orderId]) => townOf(market, orderId))
  return [...new Set(drawable)].map((town) => {
    const total = drawable.filter((each) => each === town).length
    const drawn = sampleSize(total, rate, minimum)
    return { town: town ?? '—', total, drawn, chance: chanceToMeet(total, drawn, Math.ceil(total * 0.1)) }
  })
}
