import { lockOrder, type OrderRow } from '@dj/db/queries/build/orders.ts'
import { nudgesOn } from '@dj/db/queries/exit/rectification-nudges.ts'
import { issuedNotices, lockRectification, type RectificationRow } from '@dj/db/queries/exit/rectifications.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { failsAt, nudgeRefusal, rectificationLight } from '@dj/shared/exit/rectification/rectification.rules.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { Deps } from '../../platform/deps.ts'
import { failOverdue } from './fail-overdue.ts'
import { recordNudge } from './nudge-rectification.ts'

export interface Watched {
  lit: number
  nudged: number
  failed: number
}

/**
 * Calls whoever answers for a notice when its light turns yellow and when it turns red, once each for a deadline. What is still not
 * submitted days after the red light called has failed.
 */
export async function watchRectifications(deps: Deps, countyId: string): Promise<Watched> {
  const now = deps.now()
  const lit = (await issuedNotices(deps.db, countyId)).filter((notice) => lightOf(notice, now) !== null)
  const watched: Watched = { lit: lit.length, nudged: 0, failed: 0 }
  for (const notice of lit) {
    const done = await lookAt(deps, notice)
    if (done) watched[done] += 1
  }
  return watched
}

type Dated = Pick<RectificationRow, 'state' | 'deadlineAt'>
function lightOf({ state, deadlineAt }: Dated, at: Date): 'yellow' | 'red' | null {
  const light = rectificationLight(state, deadlineAt, at)
  return light === 'green' ? null : light
}

function lookAt(deps: Deps, { countyId, id, orderId }: RectificationRow): Promise<'nudged' | 'failed' | undefined> {
  return deps.withTx(countyId, async (tx, at) => {
    const order = must(await lockOrder(tx, countyId, orderId), 'the order of a notice')
    const notice = await lockRectification(tx, countyId, id)
    const light = notice ? lightOf(notice, at) : null
    if (!notice || !light) return undefined
    const { last, lights } = await nudgesOn(tx, notice)
    if (lights.includes('red') && (await hasFailed(tx, notice, order, at))) {
      await failOverdue(tx, notice, order, at)
      return 'failed'
    }
    if (lights.includes(light) || nudgeRefusal({ ...notice, lastNudgedAt: last }, null, at)) return undefined
    await recordNudge(tx, notice, { at, by: null, light })
    return 'nudged'
  })
}

/** Not while the order is about to retire: that decides first. */
async function hasFailed(tx: Tx, notice: RectificationRow, order: OrderRow, at: Date): Promise<boolean> {
  const { settings } = await currentSettings(tx, notice.countyId)
  const end = failsAt(notice.state, notice.deadlineAt, settings.rectification.failAfterDays)
  return order.state === 'rectifying' && end !== null && end <= at
}
