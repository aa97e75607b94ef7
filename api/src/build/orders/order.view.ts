import type { CardClaim, CardRow } from '@dj/db/queries/build/order-cards.ts'
import type { PageRow } from '@dj/db/queries/build/order-page.ts'
import { isTimed, light, worstLight } from '@dj/shared/build/order/light.rules.ts'
import { unpublishRefusal } from '@dj/shared/build/order/publication.rules.ts'
import { holdsPlace, isInHand, isLive, orderRefusal, publishRefusal } from '@dj/shared/build/order/order.rules.ts'
import type { OrderCard, OrderClaimView, OrderView, RatingSummary } from '@dj/shared/build/order/order.schema.ts'
import type { LightColour } from '@dj/shared/platform/light-colour.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { isSatisfied, ratingRefusal, wilson } from '@dj/shared/build/order/rating.rules.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import { quarterOf } from '@dj/shared/platform/time/quarter.ts'
import { claimDeadlineView, orderDeadlineView } from './deadline.view.ts'
import { wireInstant, wireInstantOrNull } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'

export interface Seeing {
  actor: Actor
  settings: CountySettings
  at: Date
}

export function toOrderCard(row: CardRow, seeing: Seeing): Sent<typeof OrderCard> {
  const live = row.claims.filter((claim) => isLive(claim.state))
  const taken = row.claims.filter((claim) => holdsPlace(claim.state)).length
  const lights = live.flatMap((claim) => lightOf(claim, row, seeing) ?? [])
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    tier: row.tier,
    state: row.state,
    title: row.title,
    category: row.category,
    mode: row.mode,
    owner: { id: row.owner_id, name: row.owner_name },
    town: row.town_id && row.town_name ? { id: row.town_id, name: row.town_name } : null,
    places: row.places,
    placesTaken: taken,
    confirmRequired: row.confirm_required,
    claimBy: row.claim_by,
    dueOn: row.due_on,
    deadline: orderDeadlineView(row, seeing.settings),
    standing: row.standing,
    skills: row.skills,
    light: worstLight(lights),
    holders: live.map((claim) => claim.claimant),
    openedAt: wireInstantOrNull(row.published_at),
    stateSince: wireInstant(row.state_since),
    unclaimedSince: taken === 0 ? wireInstantOrNull(row.unclaimed_from) : null,
    seconds: row.seconds,
    reasons: reasonsOf(row),
    myClaimId: live.find((claim) => isMine(claim, seeing.actor))?.id ?? null,
    excludedAsRater: row.part === 'rater',
  }
}

function reasonsOf(row: CardRow): Sent<typeof OrderCard>['reasons'] {
  const reasons: Sent<typeof OrderCard>['reasons'] = []
  if (row.by_skill) reasons.push('skill')
  if (row.by_place) reasons.push('place')
  if (row.by_record) reasons.push('record')
  return reasons
}

/** The viewer made the claim, or acts for the organization that did. */
export const isMine = (
  claim: { claimantKind: string; personId: string; organizationId: string | null },
  actor: Actor,
): boolean =>
  claim.claimantKind === 'member'
    ? claim.personId === actor.personId
    : claim.organizationId !== null && actor.grants.some((grant) => grant.organizationId === claim.organizationId)

/** While its order is held by a procedure, that has the deadline, and the claim no light. */
function lightOf(claim: CardClaim, { state }: Pick<CardRow, 'state'>, { settings, at }: Seeing): LightColour | null {
  if (!isTimed(claim.state, state)) return null
  const lastReportAt = claim.lastReportAt === null ? null : new Date(claim.lastReportAt)
  return light({ startedAt: new Date(claim.startedAt), lastReportAt, dueAt: new Date(claim.dueAt) }, at, settings.light)
}

const toOrderClaim = (claim: CardClaim, row: CardRow, seeing: Seeing): Sent<typeof OrderClaimView> => ({
  id: claim.id,
  place: claim.place,
  cycle: claim.cycle,
  claimant: claim.claimant,
  claimantKind: claim.claimantKind,
  mine: isMine(claim, seeing.actor),
  state: claim.state,
  startedAt: wireInstant(claim.startedAt),
  dueAt: wireInstant(claim.dueAt),
  deadline: claimDeadlineView(claim, row, seeing.settings),
  light: lightOf(claim, row, seeing),
  share: claim.share,
  recallable: claim.gone && isInHand(claim.state) && may('claim.recall', seeing.actor, { path: row.owner_path }),
})

/** The order page as this viewer may see it: the words of needs only for those who build from them, and for their requesters. */
export function toOrderView(row: PageRow, seeing: Seeing): Sent<typeof OrderView> {
  const { actor, settings, at } = seeing
  const triages = may('need.read', actor, { path: row.owner_path })
  // Last quarter's is no answer to this one's question, and no grade is preset.
  const cycle = deliveredCycle(row)
  const mine = row.ratings.find((each) => each.mine && each.quarter === quarterOf(at) && each.cycle === cycle)
  return {
    ...toOrderCard(row, seeing),
    ask: row.ask,
    acceptance: row.acceptance,
    beneficiaries: row.beneficiaries,
    tierReason: row.tier_reason,
    location: row.location,
    standingUntil: row.standing_until,
    cycle: row.cycle,
    author: { id: row.author_id, alias: row.author_alias },
    publishedAt: wireInstantOrNull(row.published_at),
    needs: row.needs.map((need) => {
      const own = need.requesterPersonId === actor.personId
      const seen = triages || own
      return { id: need.id, body: seen ? need.body : null, requesterName: seen ? need.requesterName : null, mine: own }
    }),
    claims: [...row.past_claims, ...row.claims].map((claim) => toOrderClaim(claim, row, seeing)),
    deliveries: row.deliveries.map(({ deliveredBy: _, ...delivery }) => ({
      ...delivery,
      deliveredAt: wireInstant(delivery.deliveredAt),
      answeredAt: wireInstantOrNull(delivery.answeredAt),
    })),
    ratings: summarize(row, settings),
    myRating: mine ? { attitude: mine.attitude, speed: mine.speed, result: mine.result, words: mine.words } : null,
    secondedByMe: row.seconded,
    reentryOf: row.reentry_of,
    successor: row.successor,
    feedback: row.feedback && { ...row.feedback, closedAt: wireInstant(row.feedback.closedAt) },
    expectation: { termDays: settings.claim.termDays, reportEveryDays: settings.light.yellowSilentDays },
    may: mayHere(row, actor, at),
  }
}

const publicationOf = ({ state, publisher_id: publisherId, published_at: publishedAt, ...row }: PageRow) => ({
  ...{ state, publisherId, publishedAt: publishedAt === null ? null : new Date(publishedAt) },
  relied: row.claims.length + row.past_claims.length > 0,
})

function mayHere(row: PageRow, actor: Actor, at: Date): Sent<typeof OrderView>['may'] {
  const target = { path: row.owner_path }
  const doer = row.part === 'doer'
  const requester = row.needs.some((need) => need.requesterPersonId === actor.personId)
  const waits = row.deliveries.some((delivery) => delivery.answer === null && delivery.deliveredBy !== actor.personId)
  const rater = { entitled: row.entitled, part: row.part }
  return {
    edit: may('order.edit', actor, target) && !orderRefusal(row.state, 'edit'),
    publish: may('order.publish', actor, target)
      ? (publishRefusal({ state: row.state, tier: row.tier, authorId: row.author_id }, actor.personId) ?? null)
      : 'auth.forbidden',
    unpublish: may('order.unpublish', actor, target)
      ? (unpublishRefusal(publicationOf(row), actor.personId, at) ?? null)
      : 'auth.forbidden',
    discard: may('order.discard', actor, target) && !orderRefusal(row.state, 'discard'),
    answer: waits && !doer && (requester || actor.grants.some((grant) => grant.role === 'operator')),
    rate: may('order.rate', actor)
      ? (ratingRefusal({ state: row.state, deliveries: row.deliveries.length }, rater) ?? null)
      : 'rating.not_entitled',
    decide: may('claim.decide', actor, target) && row.claims.some((claim) => claim.state === 'requested'),
  }
}

/** The newest cycle in which something was delivered: what is rated now. */
const deliveredCycle = ({ past_claims, claims, deliveries }: PageRow): number =>
  Math.max(
    ...[...past_claims, ...claims]
      .filter(({ id }) => deliveries.some((each) => each.claimId === id))
      .map((c) => c.cycle),
  )

/** Ratings of the newest rated cycle: of members, workers and enterprises side by side, with the number n of people and an interval, by the newest word of each; below the minimum n no average is shown. [003 党员群众评价] */
export function summarize(row: Pick<PageRow, 'ratings'>, settings: CountySettings): Sent<typeof RatingSummary>[] {
  const newest = Math.max(...row.ratings.filter(({ excluded }) => !excluded).map(({ cycle }) => cycle))
  return (['member', 'worker', 'enterprise'] as const).flatMap((side) => {
    const given = row.ratings.filter((rating) => rating.side === side && rating.newest && rating.cycle === newest)
    if (given.length === 0) return []
    const satisfied = given.filter(isSatisfied).length
    const enough = given.length >= settings.rating.minimumN
    const total = given.reduce((sum, { attitude, speed, result }) => sum + (attitude + speed + result) / 3, 0)
    const interval = enough ? wilson(satisfied, given.length) : null
    return {
      side,
      n: given.length,
      satisfied,
      average: enough ? Math.round((total / given.length) * 100) / 100 : null,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    }
  })
}
