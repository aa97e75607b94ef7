import type { Reads } from '@dj/db/connect.ts'
import { checklistOfVersion, currentChecklist } from '@dj/db/queries/follow/checklists.ts'
import { findPerson } from '@dj/db/queries/county/people.ts'
import type { ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Sent } from '../../platform/http/spec.ts'

/** The checklist in force, or an older version of it. */
export async function viewChecklist(db: Reads, countyId: string, wanted?: number): Promise<Sent<typeof ChecklistView>> {
  const found = await (wanted === undefined ? currentChecklist(db, countyId) : checklistOfVersion(db, countyId, wanted))
  if (!found) throw new Refused('checklist.unknown_version', 'version')
  const { version, items, changedBy, changedAt, note } = found
  const person = changedBy === null ? undefined : await findPerson(db, countyId, changedBy)
  return { version, items, changedAt: changedAt.toISOString(), changedBy: person?.alias ?? null, note }
}
