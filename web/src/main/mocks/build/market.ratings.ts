import type { RatingSummary } from '@dj/shared/build/order/order.schema.ts'
import { isSatisfied, wilson } from '@dj/shared/build/order/rating.rules.ts'
import type { Market } from './market.ts'

/** Sides apart, with n and an interval; below the minimum n no average. */
export function summarize({ ratings, settings }: Market, orderId: string): RatingSummary[] {
  return (['member', 'worker', 'enterprise'] as const).flatMap((side): RatingSummary[] => {
    const given = ratings.filter((rating) => rating.orderId === orderId && rating.side === side)
    if (given.length === 0) return []
    const satisfied = given.filter(isSatisfied).length
    const total = given.reduce((sum, { attitude, speed, result }) => sum + (attitude + speed + result) / 3, 0)
    if (given.length < settings.rating.minimumN)
      return [{ side, n: given.length, satisfied, average: null, low: null, high: null }]
    const { low = null, high = null } = wilson(satisfied, given.length) ?? {}
    return [{ side, n: given.length, satisfied, average: total / given.length, low, high }]
  })
}
