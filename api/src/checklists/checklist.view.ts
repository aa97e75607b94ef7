import type { Reads } from '@dj/db/connect.ts'
import { currentChecklist } from '@dj/db/queries/checklists.ts'
import { findPerson } from '@dj/db/queries/people.ts'
import type { ChecklistView } from '@dj/shared/finding/finding.schema.ts'
import type { Sent } from '../http/spec.ts'

/** The checklist in force. */
export async function viewChecklist(db: Reads, countyId: string): Promise<Sent<typeof ChecklistView>> {
  const { version, items, changedBy, changedAt, note } = await currentChecklist(db, countyId)
  const person = changedBy === null ? undefined : await findPerson(db, countyId, changedBy)
  return { version, items, changedAt: changedAt.toISOString(), changedBy: person?.alias ?? null, note }
}
