import { createHash } from 'node:crypto'
import { done, handOver, jobInput } from '../../platform/workshop/at-work.ts'
import type { ReadingJob, ReadingResult } from './read-needs-apart.ts'
import { streamNeeds } from './read-needs.ts'
import type { InterpretedRow } from './rows/proposed-need.ts'
import { UnreadableFile } from './unreadable-file.ts'
import type { SheetSummary } from './xlsx/read-sheet.ts'

// So many that a part is cheap to send, so few that taking it in holds nobody up.
const AT_ONCE = 200

async function read({ bytes, fileName, context }: ReadingJob): Promise<ReadingResult> {
  const sheets: SheetSummary[] = []
  let rows: InterpretedRow[] = []
  try {
    for await (const row of streamNeeds(bytes, fileName, context, (sheet) => sheets.push(sheet))) {
      if (rows.push(row) < AT_ONCE) continue
      await handOver(rows)
      rows = []
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return { kind: 'refused', code: error.code }
    throw error
  }
  await handOver(rows)
  return { kind: 'read', sheets, hash: createHash('sha256').update(bytes).digest('hex') }
}

done(await read(jobInput<ReadingJob>()))
