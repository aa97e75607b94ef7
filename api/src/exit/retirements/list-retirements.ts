import { countRetirements, listRetirements } from '@dj/db/queries/exit/retirement-views.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { RetirementPage, RetirementQuery, RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import { cutPage, fromCursor } from '../../platform/http/cursor.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { workingDaysLeft } from '../rectifications/working-days-left.ts'
import { toRetirementView, viewRetirement } from './retirement.view.ts'

/** Retirements of the county, kept and searchable for ever. */
export async function listRetirementsFor(
  deps: Deps,
  input: RetirementQuery & { actor: Actor },
): Promise<Sent<typeof RetirementPage>> {
  const { actor, limit, cursor, state, orderId } = input
  const [rows, total] = await Promise.all([
    listRetirements(deps.db, actor.countyId, { state, orderId }, { limit: limit + 1, after: fromCursor(cursor) }),
    countRetirements(deps.db, actor.countyId, { state, orderId }),
  ])
  const page = cutPage(rows, limit, (row) => ({ key: row.proposed_at, id: row.id }))
  const at = deps.now()
  const ends = page.items.map((row) => row.notice_until)
  const left = await workingDaysLeft(deps.db, actor.countyId, ends, at)
  return {
    items: page.items.map((row) => toRetirementView(row, { actor, at, left })),
    nextCursor: page.nextCursor,
    total,
  }
}

export const readRetirement = (
  deps: Deps,
  { actor, id }: { actor: Actor; id: string },
): Promise<Sent<typeof RetirementView>> => viewRetirement(deps.db, id, actor, deps.now())
