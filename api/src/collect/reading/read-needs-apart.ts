import { Refused } from '@dj/shared/problem.ts'
import { type WorkFault, WorkRefused, type Workshop } from '../../platform/workshop/workshop.ts'
import type { InterpretedRow } from './rows/proposed-need.ts'
import type { FileRefusal } from './unreadable-file.ts'
import type { ImportContext, SheetSummary } from './xlsx/read-sheet.ts'

export interface ReadingJob {
  bytes: Uint8Array<ArrayBuffer>
  fileName: string
  context: ImportContext
}

export type ReadingResult =
  { kind: 'read'; sheets: SheetSummary[]; hash: string } | { kind: 'refused'; code: FileRefusal }

const module = new URL('./read-needs.worker.ts', import.meta.url)

const refusals: Record<WorkFault, FileRefusal> = {
  full: 'import.busy',
  too_long: 'import.took_too_long',
  too_large: 'import.too_large',
}

/** Reads a file outside the event loop; its bytes go there and are gone here. Throws `Refused` with why it cannot be read. */
export async function readNeedsApart(workshop: Workshop, job: ReadingJob) {
  const rows: InterpretedRow[] = []
  const onPart = (part: InterpretedRow[]) => void rows.push(...part)
  const work = { module, input: job, transfer: [job.bytes.buffer], onPart }
  const result = await workshop.run<ReadingResult, InterpretedRow[]>(work).catch((error: unknown) => {
    throw error instanceof WorkRefused ? new Refused(refusals[error.fault], 'file') : error
  })
  if (result.kind === 'refused') throw new Refused(result.code, 'file')
  return { rows, sheets: result.sheets, hash: result.hash }
}
