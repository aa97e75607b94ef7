import { orderRefusal } from '@dj/shared/build/order/order.rules.ts'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { isProblemCode, type ProblemCode } from '@dj/shared/problem.ts'
import { explain } from '../../platform/api/problem.ts'
import { useClaimRefusal, type ClaimingOrganization } from '../../claim/claims/claim-facts.ts'
import { leadsOf } from '../../claim/claims/sheets/leads.ts'
import { mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'

interface Offer {
  /** Why not now; undefined when it is possible. */
  readonly reason: string | undefined
}

/** What an order offers me: undefined where it is not my part at all. */
export interface OrderActs {
  readonly claim: Offer | undefined
  readonly collective: Offer | undefined
  readonly second: Offer | undefined
  readonly rate: Offer | undefined
  readonly publish: Offer | undefined
}

export function useOrderActs(order: OrderView): OrderActs {
  const me = useMe()
  const claimRefusal = useClaimRefusal(order)
  const offer = (refusal: ProblemCode | undefined): Offer => ({ reason: explain(refusal) })
  const leads = leadsOf(me)
  const published = order.state !== 'draft' && order.state !== 'discarded'
  const builds = order.state === 'draft' && order.may.publish !== 'auth.forbidden'
  return {
    claim: published && me.person.kind !== 'staff' ? offer(claimRefusal()) : undefined,
    collective: published && leads.length > 0 ? offer(forAnyOf(leads, claimRefusal)) : undefined,
    second: published && mayDo(me, 'order.second') ? offer(secondRefusal(order)) : undefined,
    rate: published && mayDo(me, 'order.rate') ? offer(codeOf(order.may.rate)) : undefined,
    publish: builds ? offer(codeOf(order.may.publish)) : undefined,
  }
}

const ownReasons: readonly (ProblemCode | undefined)[] = ['claim.already_yours', 'claim.limit_reached']

/** A reason of one organization alone leaves its groups free to claim: the sheet then asks for which. */
function forAnyOf(
  leads: readonly ClaimingOrganization[],
  refusalOf: (organization: ClaimingOrganization) => ProblemCode | undefined,
): ProblemCode | undefined {
  const refusals = leads.map(refusalOf)
  if (refusals.some((refusal) => refusal === undefined || ownReasons.includes(refusal))) return undefined
  return refusals[0]
}

const secondRefusal = ({ state, secondedByMe }: OrderView): ProblemCode | undefined =>
  secondedByMe ? 'second.already' : orderRefusal(state, 'second')

/** The api sends the code its rule gave; a code this client does not know yet still refuses. */
function codeOf(code: string | null): ProblemCode | undefined {
  if (code === null) return undefined
  return isProblemCode(code) ? code : 'auth.forbidden'
}
