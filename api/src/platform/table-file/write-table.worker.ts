import { writeXlsx } from 'hucre/xlsx'
import { done, jobInput, pieces } from '../workshop/at-work.ts'
import { exportCsv, exportRows, type ExportValue } from './export-cells.ts'
import type { TableJob } from './write-table.ts'

const { format, sheet: name, widths, about } = jobInput<TableJob>()
const rows: ExportValue[][] = []
for await (const page of pieces<ExportValue[][]>()) rows.push(...page)

const columns = widths.map((width) => ({ width }))
const sheet = () => ({ name, columns, rows: exportRows(rows), freezePane: { rows: 1 } })
const aboutIt = about
  ? [{ name: about.sheet, columns: [{ width: 20 }, { width: 80 }], rows: exportRows(about.rows) }]
  : []
done(format === 'csv' ? exportCsv(rows) : await writeXlsx({ sheets: [sheet(), ...aboutIt] }))
