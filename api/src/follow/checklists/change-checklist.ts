import { currentChecklist, insertChecklist } from '@dj/db/queries/follow/checklists.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { ChangeChecklist, ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { viewChecklist } from './checklist.view.ts'

/** A new version; the old ones stay, since each finding says by which one it was made. */
export function changeChecklist(
  deps: Deps,
  { actor, items, note, version }: ChangeChecklist & { actor: Actor; version: number },
): Promise<Sent<typeof ChecklistView>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const before = await currentChecklist(tx, countyId)
    refuseIf(before.version === version ? undefined : 'request.stale_version')
    const next = version + 1
    await insertChecklist(tx, { countyId, version: next, items, changedBy: by, changedAt: at, note })
    await recordEvent(tx, { countyId, kind: 'checklist.changed', at, by, data: { version: next } })
    return viewChecklist(tx, countyId)
  })
}
