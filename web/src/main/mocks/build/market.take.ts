import { HttpResponse } from 'msw'
import { claimRefusal } from '@dj/shared/claim/claim/claim.rules.ts'
import { ClaimOrder } from '@dj/shared/claim/claim/claim.schema.ts'
import { collectiveKind } from '@dj/shared/claim/claim/claimant-kind.ts'
import { holdsPlace, isInHand, isLive, settledState } from '@dj/shared/build/order/order.rules.ts'
import { deadlineAfterDays } from '@dj/shared/platform/time/deadline.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { note } from './market.events.ts'
import { newId, type ClaimRecord, type Market, type OrderRecord } from './market.ts'
import { toClaim } from './market.cards.ts'
import { claimantOf, claimsOn, organizationOf, partOf } from './market.facts.ts'
import { refuse, refuseInput } from '../refuse.ts'
import type { World } from '../world.ts'

/** Takes a place for oneself or for an organization one leads. */
export function takeClaim({ market, me }: World, orderId: string, body: unknown) {
  const order = market.orders.find(({ id }) => id === orderId)
  const input = ClaimOrder.safeParse(body, { reportInput: true })
  if (me === undefined) return refuse('auth.required')
  if (order === undefined) return refuse('not_found')
  if (!input.success) return refuseInput(input.error)
  const { organizationId = null, participantIds } = input.data
  const kind = organizationId === null ? 'member' : collectiveKind(organizationOf(market, organizationId).kind)
  if (kind === undefined) return refuse('need.organization_unknown')
  const held = claimsOn(market, orderId).filter(({ state }) => holdsPlace(state))
  const own = (claim: ClaimRecord) =>
    isLive(claim.state) &&
    claim.organizationId === organizationId &&
    (organizationId !== null || claim.personId === me.person.id)
  const refusal = claimRefusal(
    { ...order, placesLeft: order.places - held.length },
    {
      kind,
      isMember: me.person.kind !== 'worker',
      inHand: market.claims.filter((claim) => own(claim) && isInHand(claim.state)).length,
      limit: kind === 'member' ? market.settings.claim.perMember : market.settings.claim.perOrganization,
      holdsThisOrder: held.some(own),
      part: partOf(market, orderId, me.person.id),
    },
    civilDateOf(new Date()),
  )
  if (refusal !== undefined) return refuse(refusal)
  const claim = newClaim(market, order, { kind, organizationId, personId: me.person.id, participantIds })
  settle(market, order)
  return HttpResponse.json(toClaim(market, claim, me), { status: 201 })
}

type Taker = Pick<ClaimRecord, 'kind' | 'organizationId' | 'personId'> & { participantIds: readonly string[] }

function newClaim(market: Market, order: OrderRecord, { participantIds, ...taker }: Taker): ClaimRecord {
  const at = new Date()
  const taken = claimsOn(market, order.id).flatMap(({ place, state }) => (holdsPlace(state) ? [place] : []))
  const claim: ClaimRecord = {
    ...taker,
    id: newId(),
    orderId: order.id,
    place: Array.from({ length: order.places }, (_, nth) => nth + 1).find((place) => !taken.includes(place)) ?? 1,
    state: order.confirmRequired ? 'requested' : 'active',
    startedAt: at.toISOString(),
    dueAt: deadlineAfterDays(at, market.settings.claim.termDays).toISOString(),
    respondBy: order.confirmRequired ? deadlineAfterDays(at, 5).toISOString() : null,
    ...{ extended: false, endedAt: null, endReason: null, lastReportAt: null, share: null, notSolvedOnce: false },
    participants: participantIds.map((personId) => ({ personId, state: 'listed' as const })),
  }
  market.claims.push(claim)
  const data = { claimantKind: claim.kind, organizationId: claim.organizationId, participants: participantIds.length }
  note(market, order, order.confirmRequired ? 'claim.requested' : 'claim.taken', claimantOf(market, claim), data)
  return claim
}

/** After a claim changed the order goes into the state its places and claims say. */
export function settle(market: Market, order: OrderRecord): void {
  const states = claimsOn(market, order.id).map((claim) => claim.state)
  const state = settledState(order.state, order.places, states)
  if (state === order.state) return
  Object.assign(order, { state, stateSince: new Date().toISOString() })
}
