import { isDeepStrictEqual } from 'node:util'
import { lockOrder } from '@dj/db/queries/build/orders.ts'
import { lastPoorNotice, poorInputs, poorInputsOf } from '@dj/db/queries/exit/poor-ratings.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import { orderRefusal } from '@dj/shared/build/order/order.rules.ts'
import { type PoorInputs, type PoorReason, poorRating } from '@dj/shared/exit/poor/poor.rules.ts'
import type { Deps } from '../../platform/deps.ts'
import { issueRectification } from '../../exit/rectifications/issue-rectification.ts'

/** Issues a rectification to each order whose ratings are poor (评价差), once for the same ratings. Each in its own transaction. */
export async function sweepPoorRatings(deps: Deps, countyId: string): Promise<{ poor: number; issued: number }> {
  const { settings } = await currentSettings(deps.db, countyId)
  const poor = (await poorInputs(deps.db, countyId)).filter((inputs) => poorRating(inputs, settings.rating))
  let issued = 0
  for (const { order_id: orderId } of poor) if (await rectifyPoor(deps, countyId, orderId)) issued += 1
  return { poor: poor.length, issued }
}

function rectifyPoor(deps: Deps, countyId: string, orderId: string): Promise<boolean> {
  return deps.withTx(countyId, async (tx, at) => {
    const order = await lockOrder(tx, countyId, orderId)
    if (!order || orderRefusal(order.state, 'rectify')) return false
    const { version: settingsVersion, settings } = await currentSettings(tx, countyId)
    const inputs = await poorInputsOf(tx, countyId, orderId)
    const reason = poorRating(inputs, settings.rating)
    if (!reason || isDeepStrictEqual((await lastPoorNotice(tx, countyId, orderId))?.['inputs'], inputs)) return false
    const facts = { settingsVersion, rule: settings.rating, inputs, reason }
    const found = { cause: 'poor_rating' as const, findingId: null, foundBy: null, items: [sentences[reason](inputs)] }
    await issueRectification(tx, { order, ...found, facts, by: null, at, settings })
    return true
  })
}

const sentences: Record<PoorReason, (inputs: PoorInputs) => string> = {
  satisfaction: ({ ratings, satisfied }) => `评价满意率偏低：${ratings} 人评价，${satisfied} 人满意`,
  not_solved: ({ answers, notSolved }) => `答复“未解决”偏多：${answers} 次答复，${notSolved} 次未解决`,
}
