import type { OrderView } from '@dj/shared/order/order.schema.ts'
import { ClaimActions } from './ClaimActions.tsx'
import { useOrderActs } from './order-acts.ts'

/** The claim within thumb's reach, above the tabs. */
export function OrderBar({ order }: { order: OrderView }) {
  const { claim, collective } = useOrderActs(order)
  if (claim === undefined && collective === undefined && order.myClaimId === null) return null
  return (
    <div className="order-bar">
      <ClaimActions order={order} />
    </div>
  )
}
