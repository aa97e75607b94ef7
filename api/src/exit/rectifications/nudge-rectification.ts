import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { nudgesOn } from '@dj/db/queries/exit/rectification-nudges.ts'
import type { RectificationRow } from '@dj/db/queries/exit/rectifications.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { type Actor, policyRefusal } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import { nudgeRefusal } from '@dj/shared/exit/rectification/rectification.rules.ts'
import type { RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { leadsOwner } from '../../build/orders/leads-owner.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdRectification } from './hold-rectification.ts'
import { viewRectification } from './rectification.view.ts'

interface Press {
  actor: Actor
  id: string
}

/** 一键催办: whoever stands above the owner calls the person who answers for it, once a day. */
export function nudgeRectification(deps: Deps, { actor, id }: Press): Promise<Sent<typeof RectificationView>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { notice, order, ownerPath } = await holdRectification(tx, actor, id)
    refuseIf(policyRefusal('rectification.nudge', actor, { path: ownerPath }))
    const { last } = await nudgesOn(tx, notice)
    const leads = leadsOwner(actor, { ownerId: order.ownerOrganizationId, ownerPath })
    refuseIf(nudgeRefusal({ ...notice, lastNudgedAt: last, leadsOwner: leads }, by, at))
    await recordNudge(tx, notice, { at, by })
    return viewRectification(tx, id, actor, at)
  })
}

/** Its event says who was called; nobody where the leads of the owner answer for it. By null: its light called. */
export async function recordNudge(
  tx: Tx,
  { countyId, id, orderId, responsibleId, deadlineAt }: RectificationRow,
  { at, by, light }: { at: Date; by: string | null; light?: 'yellow' | 'red' },
): Promise<void> {
  const data = { rectificationId: id, personId: responsibleId, deadlineAt: deadlineAt?.toISOString() ?? null, light }
  await recordEvent(tx, { countyId, kind: 'rectification.nudged', at, by, orderId, data })
}
