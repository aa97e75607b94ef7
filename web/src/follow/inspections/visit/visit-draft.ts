import type { Faults } from '../../../platform/form/use-draft.ts'
import type { Writing } from './writing.ts'

/** A visit being written: what it says so far, what is wrong with it, and how to go on. */
export interface VisitDraft {
  readonly id: string
  readonly writing: Writing
  readonly faults: Faults
  readonly write: (part: Partial<Writing>) => void
}
