import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { deletePlacesAbove, insertPlaces, type OrderRow, placesOf, updateOrder } from '@dj/db/queries/build/orders.ts'
import { linkNeeds, needsOf, unlinkNeeds } from '@dj/db/queries/collect/order-needs.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { fixedOncePublished, orderRefusal } from '@dj/shared/build/order/order.rules.ts'
import type { EditOrder, OrderView } from '@dj/shared/build/order/order.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { orderTerms } from './build-order.ts'
import { refuseDates } from '../../build/orders/order-dates.ts'
import { holdOrder, settleOrder } from '../../build/orders/hold-order.ts'
import { moveDue } from '../../build/orders/move-due.ts'
import { viewOrder } from '../../build/orders/read-order.ts'
import { takeNeeds } from './take-needs.ts'

interface Input {
  actor: Actor
  orderId: string
  version: number
  change: EditOrder
}

/** Edits a draft; of a published order only what no claimant relied on. */
export function editOrder(deps: Deps, { actor, orderId, version, change }: Input): Promise<Sent<typeof OrderView>> {
  const { countyId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { order } = await holdOrder(tx, actor, orderId, { operation: 'order.edit', version })
    refuseIf(orderRefusal(order.state, 'edit'))
    await refuseChange(tx, order, change, at)
    const { needIds, places, ...words } = withoutUndefined(change)
    if (needIds) await changeNeeds(tx, actor, order, needIds, at)
    if (places !== undefined) await changePlaces(tx, order, places)
    if (isMoved(order, words.dueOn)) await moveDue(tx, order, words.dueOn)
    await updateOrder(tx, countyId, orderId, { ...words, search: orderTerms({ ...order, ...words }) })
    await recordEvent(tx, {
      countyId,
      kind: 'order.edited',
      at,
      by: actor.personId,
      orderId,
      data: {
        fields: Object.keys(change),
        ...(isMoved(order, words.dueOn) ? { dueOn: { from: order.dueOn, to: words.dueOn } } : {}),
      },
    })
    if (places !== undefined) await settleOrder(tx, order, at, actor.personId)
    return viewOrder(tx, { actor, orderId }, at)
  })
}

const isMoved = ({ dueOn }: OrderRow, to: string | null | undefined): to is string | null =>
  to !== undefined && to !== dueOn

async function refuseChange(tx: Tx, order: OrderRow, change: EditOrder, at: Date): Promise<void> {
  if (order.state !== 'draft') {
    const fixed = fixedOncePublished.find((field) => change[field] !== undefined)
    if (fixed) throw new Refused('order.fixed_once_published', fixed)
  }
  refuseDates(change, at)
  const claimBy = change.claimBy === undefined ? order.claimBy : change.claimBy
  const dueOn = change.dueOn === undefined ? order.dueOn : change.dueOn
  if (claimBy && dueOn && dueOn < claimBy) throw new Refused('order.due_before_claim_by', 'dueOn')
  if (change.category === undefined) return
  const { settings } = await currentSettings(tx, order.countyId)
  if (!settings.categories.some(({ code }) => code === change.category))
    throw new Refused('need.category_unknown', 'category')
}

async function changeNeeds(tx: Tx, actor: Actor, order: OrderRow, wanted: readonly string[], at: Date): Promise<void> {
  const { countyId, id } = order
  const now = await needsOf(tx, countyId, id)
  const added = wanted.filter((needId) => !now.some((need) => need.id === needId))
  await takeNeeds(tx, actor, added)
  // A merged need stays as long as the one it was merged into.
  const dropped = now.filter((need) => need.mergedIntoId === null && !wanted.some((needId) => needId === need.id))
  await unlinkNeeds(
    tx,
    countyId,
    id,
    dropped.map((need) => need.id),
  )
  await linkNeeds(tx, { countyId, orderId: id, linkedBy: actor.personId, linkedAt: at }, added)
}

async function changePlaces(tx: Tx, order: OrderRow, places: number): Promise<void> {
  const now = (await placesOf(tx, order.countyId, order.id)).length
  if (places > now) await insertPlaces(tx, order.countyId, order.id, now + 1, places)
  if (places < now) await deletePlacesAbove(tx, order.countyId, order.id, places)
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }
const withoutUndefined = <T extends object>(value: T): Partial<Defined<T>> =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Partial<Defined<T>>
