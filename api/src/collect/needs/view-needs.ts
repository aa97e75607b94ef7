import type { NeedRow } from '@dj/db/queries/collect/need-list.ts'
import { contactNames } from '@dj/db/queries/collect/needs.ts'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { onlyJoined, toNeedView } from './need.view.ts'

/** Needs of a list as this viewer may see them. Names to be taken out of the words are read only where somebody merely joined. */
export async function viewNeeds(
  { withTx }: Pick<Deps, 'withTx'>,
  actor: Actor,
  rows: readonly NeedRow[],
): Promise<Sent<typeof NeedView>[]> {
  const { countyId } = actor
  const ids = rows.filter((row) => onlyJoined(row, actor)).map(({ id }) => id)
  const names = ids.length === 0 ? null : await withTx(countyId, (tx) => contactNames(tx, countyId, ids))
  return rows.map((row) => toNeedView(row, actor, { contact: { name: names?.get(row.id) ?? null, phone: null } }))
}
