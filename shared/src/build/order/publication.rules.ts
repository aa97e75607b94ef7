import type { ProblemCode } from '../../problem.ts'
import type { OrderState } from './order.schema.ts'

/** How long whoever published an order may take that back, in minutes. */
export const unpublishMinutes = 10

interface Published {
  state: OrderState
  publisherId: string | null
  publishedAt: Date | null
  /** Somebody claimed it, or a round counted it: then others rely on it. */
  relied: boolean
}

/** Why `personId` may not take the publication back, or undefined: only who published it, soon after, and before anybody relied on it. */
export function unpublishRefusal(order: Published, personId: string, at: Date): ProblemCode | undefined {
  const { state, publisherId, publishedAt, relied } = order
  if (state !== 'open' || publishedAt === null || publisherId !== personId) return 'order.undo_over'
  const isLate = at.getTime() - publishedAt.getTime() > unpublishMinutes * 60_000
  return isLate || relied ? 'order.undo_over' : undefined
}
