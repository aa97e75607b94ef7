import { issueRectification } from '@dj/api/exit/rectifications/issue-rectification.ts'
import { lockOrder } from '@dj/db/queries/build/orders.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { World } from './world.ts'

/** A notice on an order of the first branch, found by `foundBy`. */
export async function aNotice(world: World, orderId: string, foundBy: string | null = null): Promise<string> {
  const countyId = world.county.id
  return world.deps.withTx(countyId, async (tx, at) => {
    const order = must(await lockOrder(tx, countyId, orderId), 'the order')
    const { settings } = await currentSettings(tx, countyId)
    const items = ['补齐签到记录', '每月回访一次']
    return issueRectification(tx, {
      order,
      cause: 'finding',
      findingId: null,
      foundBy,
      items,
      facts: {},
      by: null,
      at,
      settings,
    })
  })
}
