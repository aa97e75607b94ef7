import { lockOrder } from '@dj/db/queries/build/orders.ts'
import { nudgesOn } from '@dj/db/queries/exit/rectification-nudges.ts'
import { issuedNotices, lockRectification, type RectificationRow } from '@dj/db/queries/exit/rectifications.ts'
import { nudgeRefusal, rectificationLight } from '@dj/shared/exit/rectification/rectification.rules.ts'
import type { Deps } from '../../platform/deps.ts'
import { recordNudge } from './nudge-rectification.ts'

/** Calls whoever answers for a notice when its light turns yellow and when it turns red, once each for a deadline. */
export async function watchRectifications(deps: Deps, countyId: string): Promise<{ lit: number; nudged: number }> {
  const now = deps.now()
  const lit = (await issuedNotices(deps.db, countyId)).filter((notice) => lightOf(notice, now) !== null)
  let nudged = 0
  for (const notice of lit) if (await nudgeByLight(deps, notice)) nudged += 1
  return { lit: lit.length, nudged }
}

type Dated = Pick<RectificationRow, 'state' | 'deadlineAt'>
function lightOf({ state, deadlineAt }: Dated, at: Date): 'yellow' | 'red' | null {
  const light = rectificationLight(state, deadlineAt, at)
  return light === 'green' ? null : light
}

function nudgeByLight(deps: Deps, { countyId, id, orderId }: RectificationRow): Promise<boolean> {
  return deps.withTx(countyId, async (tx, at) => {
    await lockOrder(tx, countyId, orderId)
    const notice = await lockRectification(tx, countyId, id)
    const light = notice ? lightOf(notice, at) : null
    if (!notice || !light) return false
    const { last, lights } = await nudgesOn(tx, notice)
    if (lights.includes(light) || nudgeRefusal({ ...notice, lastNudgedAt: last }, null, at)) return false
    await recordNudge(tx, notice, { at, by: null, light })
    return true
  })
}
