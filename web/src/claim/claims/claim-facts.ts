import { useQuery } from '@tanstack/react-query'
import { type Claimable, type Claimant, claimRefusal } from '@dj/shared/claim/claim/claim.rules.ts'
import type { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { collectiveKind } from '@dj/shared/claim/claim/claimant-kind.ts'
import { isInHand, isLive } from '@dj/shared/build/order/order.rules.ts'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import type { OrganizationView } from '@dj/shared/county/organization/organization.schema.ts'
import type { ProblemCode } from '@dj/shared/problem.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { mayDo, type Me } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { useSettings } from '../../county/settings/settings.queries.ts'
import { useNow } from '../../platform/ui/time/now.ts'
import { claimQueries } from './claims.queries.ts'

export type ClaimingOrganization = Pick<OrganizationView, 'id' | 'kind' | 'name'>

interface Facts {
  readonly order: OrderView
  readonly me: Me
  readonly inHand: readonly ClaimView[]
  /** Undefined until they are here: the api then is the one that knows the limit. */
  readonly limits: CountySettings['claim'] | undefined
}

export const isMember = ({ person }: Me) => person.kind === 'member' || person.kind === 'probationary'

const claimableOf = ({ state, mode, places, placesTaken, claimBy, dueOn }: OrderView): Claimable => ({
  state,
  mode,
  placesLeft: places - placesTaken,
  claimBy,
  dueOn,
})

const counted = (claims: readonly ClaimView[]) => claims.filter(({ state }) => isInHand(state))

function asMember({ order, me, inHand, limits }: Facts): Claimant {
  const own = order.claims.some(({ state, mine, claimantKind }) => isLive(state) && mine && claimantKind === 'member')
  return {
    kind: 'member',
    isMember: isMember(me),
    inHand: counted(inHand).filter(({ mine, claimantKind }) => mine && claimantKind === 'member').length,
    limit: limits?.perMember ?? Number.POSITIVE_INFINITY,
    holdsThisOrder: own,
    part: order.excludedAsRater ? 'rater' : null,
  }
}

function asOrganization({ order, inHand, limits }: Facts, organization: ClaimingOrganization): Claimant | undefined {
  const kind = collectiveKind(organization.kind)
  if (kind === undefined) return undefined
  const held = inHand.filter(({ organizationId }) => organizationId === organization.id)
  return {
    kind,
    isMember: true,
    inHand: counted(held).length,
    limit: limits?.perOrganization ?? Number.POSITIVE_INFINITY,
    holdsThisOrder: held.some((claim) => claim.order.id === order.id),
    part: null,
  }
}

/** Why I may not claim this order, for myself or for an organization I lead; the shared rule decides. */
export function useClaimRefusal(order: OrderView): (organization?: ClaimingOrganization) => ProblemCode | undefined {
  const me = useMe()
  const limits = useSettings()?.claim
  const inHand = useQuery({ ...claimQueries.inHand(), enabled: mayDo(me, 'claim.list') }).data?.items ?? []
  const today = civilDateOf(useNow())
  const facts = { order, me, inHand, limits }
  return (organization) => {
    const claimant = organization === undefined ? asMember(facts) : asOrganization(facts, organization)
    return claimant === undefined ? 'need.organization_unknown' : claimRefusal(claimableOf(order), claimant, today)
  }
}
