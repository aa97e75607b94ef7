import type { NeedId } from '@dj/shared/platform/ids.ts'
import type { RowIssue } from '../reading/rows/issue.ts'
import type { ProposedNeed, RefusedNeed } from '../reading/rows/proposed-need.ts'

/** What a row will become. A created one has its id already, so that a later row can be merged into it. */
export interface PlannedRow {
  key: string
  outcome: 'create' | 'known' | 'repeated' | 'refused'
  need: ProposedNeed | RefusedNeed
  issues: readonly RowIssue[]
  townId: string | null
  organizationId: string | null
  /** What a stored need of this voice is known by. */
  print: string
  needId: NeedId | null
  /** Key of the earlier row that says the same, contact included. */
  repeats: string | null
  duplicateOf: { key: string | null; needId: string; body: string; score: number } | null
}

export type CreatedRow = PlannedRow & { outcome: 'create'; need: ProposedNeed; needId: NeedId }
export const isCreated = (row: PlannedRow): row is CreatedRow => row.outcome === 'create'
