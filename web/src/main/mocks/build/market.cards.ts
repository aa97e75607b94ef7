import type { z } from 'zod'
import { must } from '@dj/shared/platform/assert.ts'
import type { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { worstLight } from '@dj/shared/build/order/light.rules.ts'
import { holdsPlace, isLive } from '@dj/shared/build/order/order.rules.ts'
import type { OrderCard } from '@dj/shared/build/order/order.schema.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import {
  actsFor,
  aliasOf,
  claimantOf,
  claimDeadlineOf,
  claimsOn,
  lightOf,
  orderDeadlineOf,
  organizationOf,
  partOf,
} from './market.facts.ts'
import type { ClaimRecord, Market, OrderRecord } from './market.ts'

export type Card = z.input<typeof OrderCard>

export function toCard(market: Market, order: OrderRecord, me: SessionView): Card {
  const { ownerId, ask: _ask, authorId: _author, needs: _needs, secondedBy, ...shown } = order
  const owner = organizationOf(market, ownerId)
  const town = owner.townId === null ? null : organizationOf(market, owner.townId)
  const claims = claimsOn(market, order.id)
  const live = claims.filter(({ state }) => isLive(state))
  return {
    ...shown,
    version: 1,
    owner: { id: owner.id, name: owner.name },
    town: town && { id: town.id, name: town.name },
    placesTaken: claims.filter((claim) => holdsPlace(claim.state)).length,
    deadline: orderDeadlineOf(market, order),
    unclaimedSince: order.state === 'open' && live.length === 0 ? order.openedAt : null,
    standing: false,
    skills: [...order.skills],
    light: worstLight(live.flatMap((claim) => lightOf(market, claim) ?? [])),
    holders: live.map((claim) => claimantOf(market, claim)),
    seconds: secondedBy.length,
    reasons: reasonsFor(market, order, me),
    myClaimId: live.find((claim) => actsFor(market, claim, me))?.id ?? null,
    excludedAsRater: partOf(market, order.id, me.person.id) === 'rater',
  }
}

function reasonsFor(market: Market, { ownerId, skills }: OrderRecord, { person }: SessionView): Card['reasons'] {
  const { townId } = organizationOf(market, ownerId)
  const home = market.organizations.find(({ id }) => id === person.homeOrganizationId)
  const bySkill = skills.some((skill) => person.skills.includes(skill))
  return [
    ...(bySkill ? (['skill'] as const) : []),
    ...(townId !== null && townId === home?.townId ? (['place'] as const) : []),
  ]
}

export function toClaim(market: Market, claim: ClaimRecord, me: SessionView): z.input<typeof ClaimView> {
  const order = must(
    market.orders.find(({ id }) => id === claim.orderId),
    'order of a claim',
  )
  const owner = organizationOf(market, order.ownerId)
  const { personId: _person, orderId: _order, kind, participants, ...rest } = claim
  return {
    ...rest,
    version: 1,
    cycle: 1,
    order: {
      id: order.id,
      number: order.number,
      title: order.title,
      tier: order.tier,
      ownerName: owner.name,
      dueOn: order.dueOn,
    },
    claimantKind: kind,
    claimant: claimantOf(market, claim),
    mine: actsFor(market, claim, me),
    deadline: claimDeadlineOf(market, claim, order),
    light: lightOf(market, claim),
    participants: participants.map(({ personId, state }) => ({
      ...{ personId, state, alias: aliasOf(personId), organizationName: '天正电气党支部' },
    })),
  }
}
