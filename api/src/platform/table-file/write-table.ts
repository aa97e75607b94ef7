import { Refused } from '@dj/shared/problem.ts'
import { WorkRefused, type Workshop } from '../workshop/workshop.ts'
import type { ExportValue } from './export-cells.ts'

export interface TableJob {
  format: 'xlsx' | 'csv'
  sheet: string
  widths: readonly number[]
  /** A second sheet of a workbook that says what the first one is. */
  about?: { sheet: string; rows: ExportValue[][] }
}

const module = new URL('./write-table.worker.ts', import.meta.url)

/** The file of a table whose rows come a page at a time, the first with the column names; written outside the event loop. */
export async function writeTable(
  workshop: Workshop,
  job: TableJob,
  pages: AsyncIterable<ExportValue[][]>,
): Promise<Uint8Array<ArrayBuffer>> {
  return workshop.run<Uint8Array<ArrayBuffer>>({ module, input: job, feed: pages }).catch((error: unknown) => {
    throw error instanceof WorkRefused ? new Refused('service.unavailable') : error
  })
}
