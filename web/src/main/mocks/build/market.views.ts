import type { z } from 'zod'
import { orderRefusal, publishRefusal } from '@dj/shared/build/order/order.rules.ts'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { may } from '@dj/shared/policy.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { ratingRefusal } from '@dj/shared/build/order/rating.rules.ts'
import { actorOf } from '../../../county/session/me.ts'
import { toCard } from './market.cards.ts'
import {
  actsFor,
  aliasOf,
  claimantOf,
  claimDeadlineOf,
  claimsOn,
  lightOf,
  organizationOf,
  partOf,
} from './market.facts.ts'
import { summarize } from './market.ratings.ts'
import type { Market, OrderRecord } from './market.ts'

export function toView(market: Market, order: OrderRecord, me: SessionView): z.input<typeof OrderView> {
  const closed = market.events.find(({ orderId, kind }) => orderId === order.id && kind === 'order.closed')
  const rating = market.ratings.find(({ orderId, personId }) => orderId === order.id && personId === me.person.id)
  const { path } = organizationOf(market, order.ownerId)
  const triages = may('need.read', actorOf(me), { path })
  return {
    ...toCard(market, order, me),
    ask: order.ask,
    acceptance: '需求方当面确认问题已解决，现场照片和签到表齐全。',
    beneficiaries: '装配车间一线职工',
    tierReason: '适用范围为本组织职工。',
    location: '柳市镇智能电气产业园 3 号楼',
    standingUntil: null,
    cycle: 1,
    author: { id: order.authorId, alias: aliasOf(order.authorId) },
    publishedAt: order.openedAt,
    needs: order.needs.map(({ id, body, requesterName, requesterId }) => {
      const mine = requesterId === me.person.id
      return { id, mine, body: mine || triages ? body : null, requesterName: mine || triages ? requesterName : null }
    }),
    claims: claimsOn(market, order.id).map((claim) => ({
      recallable: false,
      ...{ id: claim.id, place: claim.place, cycle: 1, claimant: claimantOf(market, claim), claimantKind: claim.kind },
      ...{ mine: actsFor(market, claim, me), state: claim.state, startedAt: claim.startedAt, dueAt: claim.dueAt },
      ...{ deadline: claimDeadlineOf(market, claim, order), light: lightOf(market, claim), share: claim.share },
    })),
    deliveries: deliveriesOf(market, order.id).map(({ deliveredBy: _, ...delivery }) => delivery),
    ratings: summarize(market, order.id),
    myRating: rating ?? null,
    reentryOf: null,
    successor: null,
    secondedByMe: order.secondedBy.includes(me.person.id),
    feedback:
      closed === undefined
        ? null
        : {
            ...{ outcome: 'solved', cycle: 1, standing: 'stands' },
            ...{ closedAt: closed.at, summary: '讲课两小时，到场46人。' },
          },
    expectation: { termDays: market.settings.claim.termDays, reportEveryDays: market.settings.light.yellowSilentDays },
    may: mayHere(market, order, me, path),
  }
}

export const deliveriesOf = (market: Market, orderId: string) => {
  const mine = new Set(claimsOn(market, orderId).map(({ id }) => id))
  return market.deliveries.filter(({ claimId }) => mine.has(claimId))
}

function mayHere(market: Market, order: OrderRecord, me: SessionView, path: readonly string[]) {
  const actor = actorOf(me)
  const deliveries = deliveriesOf(market, order.id)
  const requester = order.needs.some(({ requesterId }) => requesterId === me.person.id)
  const entitled =
    requester || order.secondedBy.includes(me.person.id) || order.ownerId === me.person.homeOrganizationId
  const rater = { entitled, part: partOf(market, order.id, me.person.id) }
  const publish = publishRefusal(order, me.person.id)
  return {
    edit: may('order.edit', actor, { path }) && orderRefusal(order.state, 'edit') === undefined,
    publish: may('order.publish', actor, { path }) ? (publish ?? null) : 'auth.forbidden',
    unpublish: 'order.undo_over',
    discard: may('order.discard', actor, { path }) && orderRefusal(order.state, 'discard') === undefined,
    answer: requester && deliveries.some(({ answer }) => answer === null),
    rate: ratingRefusal({ state: order.state, deliveries: deliveries.length }, rater) ?? null,
    decide:
      may('claim.decide', actor, { path }) && claimsOn(market, order.id).some(({ state }) => state === 'requested'),
  }
}
