import {
  claimsOf,
  countClaimsInHand,
  insertClaim,
  insertParticipants,
  lockClaimant,
} from '@dj/db/queries/claim/claims.ts'
import { countActivePeople } from '@dj/db/queries/county/people.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { findOrganization, type OrganizationRow } from '@dj/db/queries/county/organizations.ts'
import { type OrderRow, partOf, placesOf, takePart, updateOrder } from '@dj/db/queries/build/orders.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { type Claimant, claimRefusal } from '@dj/shared/claim/claim/claim.rules.ts'
import type { ClaimOrder, ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import type { ClaimantKind } from '@dj/shared/build/order/claim-state.ts'
import type { ClaimId } from '@dj/shared/platform/ids.ts'
import { holdsPlace, isLive, settledState } from '@dj/shared/build/order/order.rules.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import { dueTerm } from '@dj/shared/build/order/due.rules.ts'
import { deadlineAfterDays } from '@dj/shared/platform/time/deadline.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { workingTermFrom } from '../../county/calendar/working-term-from.ts'
import { holdOrder } from '../../build/orders/hold-order.ts'
import { viewClaim } from './claim.view.ts'
import { collectiveKind } from './claimant-kind.ts'

type Input = ClaimOrder & { actor: Actor; orderId: string }

/** Claims one free place for oneself, or collectively for a group, branch or alliance the actor leads. [003 点单] */
export function claimOrder(deps: Deps, input: Input): Promise<Sent<typeof ClaimView>> {
  const { actor, orderId, organizationId } = input
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    // Two claims of one claimant on two orders must not both find the last free slot below the limit.
    const [, { order }, organization, { settings }] = await Promise.all([
      lockClaimant(tx, countyId, organizationId ?? personId),
      holdOrder(tx, actor, orderId), // a rival waits here, then finds it taken
      organizationId ? findOrganization(tx, countyId, organizationId) : undefined,
      currentSettings(tx, countyId),
    ])
    const kind = claimantKind(organization, input)
    const facts = await factsOf(tx, order, input, kind, settings)
    refuseIf(claimRefusal(facts.claimable, facts.claimant, civilDateOf(at)))
    const id = newId<ClaimId>()
    const term = await termOf(tx, order, settings, at)
    const { place, places, states } = facts
    const claim = { countyId, id, orderId, personId, cycle: order.cycle, place, claimantKind: kind, startedAt: at }
    const given = { organizationId: organizationId ?? null, note: input.note ?? null }
    // Sent behind one another without waiting: one round trip, and the view sees what came before it.
    const [, , , view] = await Promise.all([
      takePart(tx, { countyId, orderId, personId, part: 'doer' }),
      insertClaim(tx, { ...claim, ...given, ...term }),
      saveAround(tx, order, { ...input, id, kind, claims: states, places, state: term.state }, at),
      viewClaim(tx, id, { actor, settings, at }),
    ])
    return view
  })
}

/** The organization's kind of claimant, for those who lead it. */
function claimantKind(organization: OrganizationRow | undefined, { organizationId, actor }: Input): ClaimantKind {
  if (organizationId === undefined) {
    if (!may('claim.take', actor)) throw new Refused('claim.members_only')
    return 'member'
  }
  if (!organization) throw new Refused('need.organization_unknown', 'organizationId')
  if (!may('claim.take_for_organization', actor, { path: organization.path })) throw new Refused('auth.forbidden')
  const kind = collectiveKind(organization.kind)
  if (!kind) throw new Refused('need.organization_unknown', 'organizationId')
  return kind
}

async function factsOf(tx: Tx, order: OrderRow, input: Input, kind: ClaimantKind, settings: CountySettings) {
  const { countyId, personId } = input.actor
  const of = input.organizationId ? { organizationId: input.organizationId } : { personId }
  const [places, claims, inHand, part, known] = await Promise.all([
    placesOf(tx, countyId, order.id),
    claimsOf(tx, countyId, order.id, order.cycle),
    countClaimsInHand(tx, countyId, of),
    partOf(tx, countyId, order.id, personId),
    countActivePeople(tx, countyId, input.participantIds),
  ])
  if (known !== new Set(input.participantIds).size) throw new Refused('claim.participant_unknown', 'participantIds')
  const held = claims.filter((claim) => holdsPlace(claim.state))
  const place = places.find((one) => !held.some((claim) => claim.place === one)) ?? 0
  const holdsThisOrder = claims.some(
    (claim) =>
      isLive(claim.state) &&
      (kind === 'member'
        ? claim.claimantKind === 'member' && claim.personId === personId
        : claim.organizationId === input.organizationId),
  )
  const limit = kind === 'member' ? settings.claim.perMember : settings.claim.perOrganization
  const claimant: Claimant = { kind, isMember: true, inHand, limit, holdsThisOrder, part }
  const claimable = {
    state: order.state,
    mode: order.mode,
    placesLeft: places.length - held.length,
    claimBy: order.claimBy,
    dueOn: order.dueOn,
  }
  return { place, places: places.length, states: claims.map((claim) => claim.state), claimant, claimable }
}

/** When the claim is due, and whether the owner has to confirm it first (then until when). */
async function termOf(tx: Tx, order: OrderRow, settings: CountySettings, at: Date) {
  const term = dueTerm(deadlineAfterDays(at, settings.claim.termDays), order.dueOn)
  if (!order.confirmRequired) return { state: 'active' as const, ...term }
  const { from, days, until } = await workingTermFrom(tx, order.countyId, at, settings.claim.requestLapseWorkingDays)
  const respond = { respondBy: until, respondFrom: from, respondDays: days }
  return { state: 'requested' as const, ...term, ...respond }
}

interface Saved extends Input {
  id: ClaimId
  kind: ClaimantKind
  claims: Parameters<typeof settledState>[2]
  places: number
  state: 'active' | 'requested'
}

async function saveAround(tx: Tx, order: OrderRow, saved: Saved, at: Date): Promise<void> {
  const { countyId, personId } = saved.actor
  const state = settledState(order.state, saved.places, [...saved.claims, saved.state])
  const people = [...new Set(saved.participantIds)]
  await Promise.all([
    insertParticipants(
      tx,
      people.map((each) => ({
        countyId,
        claimId: saved.id,
        orderId: order.id,
        personId: each,
        state: 'listed' as const,
        since: at,
      })),
    ),
    state === order.state ? undefined : updateOrder(tx, countyId, order.id, { state, stateSince: at }),
    recordEvent(tx, {
      countyId,
      kind: saved.state === 'active' ? 'claim.taken' : 'claim.requested',
      at,
      by: personId,
      orderId: order.id,
      claimId: saved.id,
      data: {
        claimantKind: saved.kind,
        organizationId: saved.organizationId ?? null,
        participants: people.length,
        orderState: state,
      },
    }),
  ])
}
