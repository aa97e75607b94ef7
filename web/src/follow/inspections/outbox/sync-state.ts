import type { InspectionView } from '@dj/shared/follow/finding/finding.schema.ts'
import type { Writing } from '../visit/writing.ts'

export type SyncState = 'todo' | 'draft' | 'final' | 'unsent' | 'queued' | 'conflict' | 'refused'

/** How far one inspection is, what is on this device first. */
export function syncStateOf(inspection: InspectionView, writing: Writing | undefined): SyncState {
  if (writing?.theirs) return 'conflict'
  if (writing?.refusal) return 'refused'
  if (writing !== undefined) return writing.final ? 'queued' : 'unsent'
  if (inspection.locked) return 'final'
  return inspection.finding === null ? 'todo' : 'draft'
}

/** What is left to do first: what needs a decision, then what is open, then what only waits for a network. */
const inOrder: readonly SyncState[] = ['conflict', 'refused', 'unsent', 'draft', 'todo', 'queued', 'final']
export const urgencyOf = (state: SyncState) => inOrder.indexOf(state)
/** Whether the inspector still has something to do about it. */
export const isOpen = (state: SyncState) => state !== 'queued' && state !== 'final'

export const isUnsent = (state: SyncState) => state !== 'todo' && state !== 'draft' && state !== 'final'
