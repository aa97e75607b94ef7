import { orderRefusal } from './order.rules.ts'
import type { OrderState } from './order.schema.ts'
import type { ProblemCode } from '../../problem.ts'

export interface Rater {
  /** Requester or seconder of it or of a need behind it, or a member or worker of the owning organization. */
  entitled: boolean
  part: 'doer' | 'rater' | 'inspector' | null
}

/** Why `rater` may not rate, or undefined if they may. Never the claimant or a participant. (domain §7) */
export function ratingRefusal(order: { state: OrderState; deliveries: number }, rater: Rater): ProblemCode | undefined {
  const refusal = orderRefusal(order.state, 'rate')
  if (refusal) return refusal
  if (order.deliveries === 0) return 'rating.nothing_delivered'
  if (rater.part === 'doer' || rater.part === 'inspector') return 'rating.own_work'
  return rater.entitled ? undefined : 'rating.not_entitled'
}

/** Wilson score interval of a share, 95 % by default. Both bounds in 0..1; null for n = 0. */
export function wilson(successes: number, n: number, z = 1.959964): { low: number; high: number } | null {
  if (n === 0) return null
  const p = successes / n
  const centre = p + (z * z) / (2 * n)
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  const scale = 1 + (z * z) / n
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) }
}

/** Satisfied: the three dimensions average in the top three of the five grades. */
export const isSatisfied = (rating: { attitude: number; speed: number; result: number }): boolean =>
  rating.attitude + rating.speed + rating.result >= 9
