import {
  answerDelivery,
  type ClaimRow,
  findClaim,
  hasClaimantLeft,
  lockClaim,
  openDeliveryOf,
  overdueClaims,
  updateClaim,
} from '@dj/db/queries/claim/claims.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { lockOrder } from '@dj/db/queries/build/orders.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { OrderRow } from '@dj/db/queries/build/orders.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { releasedAt } from '@dj/shared/build/order/due.rules.ts'
import { isInHand } from '@dj/shared/build/order/order.rules.ts'
import { isTimed } from '@dj/shared/build/order/light.rules.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import { settleDelivery } from '../deliveries/settle-delivery.ts'
import { settleOrder } from '../../build/orders/hold-order.ts'

const day = 86_400_000
const batch = 500

export interface Swept {
  warned: number
  lapsed: number
  unanswered: number
  released: number
}

/** What time alone decides: requests nobody confirmed lapse, silence answers a delivery as "unanswered", overdue claims are warned and, days later, released, and so are those of a member who left. */
export async function sweepClaims(deps: Deps, countyId: string): Promise<Swept> {
  const at = deps.now()
  const { settings } = await currentSettings(deps.db, countyId)
  const due = await overdueClaims(deps.db, countyId, limits(settings, at), batch)
  const swept: Swept = { warned: 0, lapsed: 0, unanswered: 0, released: 0 }
  for (const { id } of due) {
    const done = await deps.withTx(countyId, (tx, now) => sweepOne(tx, countyId, id, now))
    if (done) swept[done] += 1
  }
  return swept
}

function limits({ claim, delivery }: CountySettings, now: Date) {
  return {
    now,
    deliveredBefore: new Date(now.getTime() - delivery.unansweredDays * day),
    warnedBefore: new Date(now.getTime() - claim.overdueReleaseDays * day),
  }
}

/** Each on its own, and looked at again under its locks: a claimant who acted meanwhile was in time. */
async function sweepOne(tx: Tx, countyId: string, claimId: string, at: Date): Promise<keyof Swept | undefined> {
  const found = must(await findClaim(tx, countyId, claimId), `claim ${claimId}`)
  const order = must(await lockOrder(tx, countyId, found.orderId), 'order of a claim')
  const claim = must(await lockClaim(tx, countyId, claimId), `claim ${claimId}`)
  const { settings } = await currentSettings(tx, countyId)
  const { deliveredBefore } = limits(settings, at)
  if (isInHand(claim.state) && (await hasClaimantLeft(tx, countyId, claimId)))
    return end(tx, { order, claim }, ['released', 'claimant_left'], at)
  if (claim.state === 'requested' && claim.respondBy !== null && claim.respondBy <= at)
    return end(tx, { order, claim }, ['lapsed', 'not_confirmed_in_time'], at)
  if (isTimed(claim.state, order.state) && claim.dueAt <= at) return pressOn(tx, order, claim, settings, at)
  if (claim.state !== 'delivered') return undefined
  const delivery = await openDeliveryOf(tx, countyId, claimId)
  if (!delivery || delivery.deliveredAt > deliveredBefore) return undefined
  await answerDelivery(tx, countyId, delivery.id, { answer: 'unanswered', answerVia: 'silence', answeredAt: at })
  const data = { answer: 'unanswered', via: 'silence', deliveryId: delivery.id }
  await recordEvent(tx, { countyId, kind: 'delivery.answered', at, by: null, orderId: order.id, claimId, data })
  await settleDelivery(tx, { order, claim, answer: 'unanswered', at, by: null })
  return 'unanswered'
}

/** Warned first, so that the claimant and the owner see it coming; given back when the days after that are over. */
async function pressOn(tx: Tx, order: OrderRow, claim: ClaimRow, settings: CountySettings, at: Date) {
  const { countyId } = order
  const released = releasedAt(claim, settings.claim.overdueReleaseDays)
  if (released !== null) return released <= at ? end(tx, { order, claim }, ['released', 'overdue'], at) : undefined
  await updateClaim(tx, countyId, claim.id, { warnedAt: at })
  const releaseAt = releasedAt({ ...claim, warnedAt: at }, settings.claim.overdueReleaseDays)
  const data = { dueAt: claim.dueAt.toISOString(), releaseAt: releaseAt?.toISOString() ?? null }
  const event = { countyId, kind: 'claim.warned' as const, at, by: null, orderId: order.id, claimId: claim.id, data }
  await recordEvent(tx, event)
  return 'warned' as const
}

async function end(
  tx: Tx,
  { order, claim }: { order: OrderRow; claim: ClaimRow },
  [state, reason]: readonly ['lapsed' | 'released', string],
  at: Date,
): Promise<'lapsed' | 'released'> {
  const { countyId } = order
  await updateClaim(tx, countyId, claim.id, { state, endedAt: at, endReason: reason })
  await recordEvent(tx, {
    countyId,
    kind: `claim.${state}`,
    at,
    by: null,
    orderId: order.id,
    claimId: claim.id,
    data: { reason },
  })
  await settleOrder(tx, order, at, null)
  return state
}
