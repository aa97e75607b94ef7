import { messagesOf, talksOf } from '@dj/db/queries/claim/talks.ts'
import { ownerAndState } from '@dj/db/queries/build/timeline.ts'
import type { TalkList } from '@dj/shared/claim/talk/talk.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import { isVisible } from '../../build/orders/read-order.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { sideOf } from './standing.ts'
import { toTalkView } from './talk.view.ts'

/** What those who took an order on are told, and the conversations about it that the actor takes part in. */
export function listTalks(
  deps: Deps,
  { actor, orderId }: { actor: Actor; orderId: string },
): Promise<Sent<typeof TalkList>> {
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx) => {
    const order = await ownerAndState(tx, countyId, orderId)
    if (!order || !isVisible(order, actor)) throw new Refused('not_found')
    const mine = (await talksOf(tx, { countyId, orderId })).flatMap((row) => {
      const side = sideOf(row, actor)
      return side ? [{ row, side }] : []
    })
    const claimIds = [...new Set(mine.map(({ row }) => row.claim_id))]
    const messages = await messagesOf(tx, { countyId, claimIds, personId })
    return { items: mine.map(({ row, side }) => toTalkView(row, side, messages, actor)) }
  })
}
