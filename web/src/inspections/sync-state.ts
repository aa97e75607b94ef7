import type { InspectionView } from '@dj/shared/finding/finding.schema.ts'
import type { Writing } from './writing.ts'

export type SyncState = 'todo' | 'draft' | 'final' | 'unsent' | 'queued' | 'conflict' | 'refused'

/** How far one inspection is, what is on this device first. */
export function syncStateOf(inspection: InspectionView, writing: Writing | undefined): SyncState {
  if (writing?.theirs) return 'conflict'
  if (writing?.refusal) return 'refused'
  if (writing !== undefined) return writing.final ? 'queued' : 'unsent'
  if (inspection.locked) return 'final'
  return inspection.finding === null ? 'todo' : 'draft'
}

export const isUnsent = (state: SyncState) => state !== 'todo' && state !== 'draft' && state !== 'final'
