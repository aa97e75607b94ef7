import type { OrderState, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { isMember } from '../../claim/claims/claim-facts.ts'
import { leadsOf } from '../../claim/claims/sheets/leads.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { ClaimActions } from './ClaimActions.tsx'

const claimable: readonly OrderState[] = ['open', 'claimed', 'delivered']

/** Does a claim wait under the thumb? Not for those who do not claim, and not where nothing can be claimed any more. */
export function useHasBar(order: OrderView): boolean {
  const me = useMe()
  if (order.myClaimId !== null) return true
  return claimable.includes(order.state) && (isMember(me) || leadsOf(me).length > 0)
}

/** The claim within thumb's reach, above the tabs. */
export function OrderBar({ order }: { order: OrderView }) {
  return (
    <div className="order-bar">
      <ClaimActions order={order} />
    </div>
  )
}
