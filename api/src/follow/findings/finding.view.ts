import type { Reads } from '@dj/db/connect.ts'
import { findFindingView, type FindingListRow } from '@dj/db/queries/follow/finding-views.ts'
import type { FindingView } from '@dj/shared/follow/finding/finding.schema.ts'
import { Refused } from '@dj/shared/problem.ts'
import { wireInstant } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'

export const toFindingView = (row: FindingListRow): Sent<typeof FindingView> => ({
  id: row.id,
  version: row.version,
  state: row.state,
  orderId: row.order_id,
  roundId: row.round_id,
  inspector: { id: row.inspector_id, alias: row.inspector_alias },
  checklistVersion: row.checklist_version,
  answers: row.answers,
  effect: row.effect,
  verdict: row.verdict,
  words: row.words,
  todo: row.todo,
  callBack: row.call_back,
  attachments: row.attachments,
  writtenAt: wireInstant(row.written_at),
  receivedAt: wireInstant(row.received_at),
  quarter: row.quarter,
  late: row.late,
  upheld: row.upheld,
  enteredBy: row.entered_by,
})

/** One finding as it now stands. */
export async function viewFinding(db: Reads, countyId: string, id: string): Promise<Sent<typeof FindingView>> {
  const row = await findFindingView(db, countyId, id)
  if (!row) throw new Refused('not_found')
  return toFindingView(row)
}

/** What everybody of the county may read: the words and the verdict, not what was told on the telephone. */
export const publicPart = (view: Sent<typeof FindingView>): Sent<typeof FindingView> => ({
  ...view,
  answers: {},
  todo: {},
  callBack: null,
  attachments: [],
})
