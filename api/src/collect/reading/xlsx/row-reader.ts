import { isDisguised } from '@dj/shared/platform/text.schema.ts'
import { foldedOf, isCellError, struckIn, textOf, uncalculated } from '../rows/cell-text.ts'
import type { Column, Header, HeaderColumn } from '../rows/header.ts'
import { limits } from '../limits.ts'
import { issue, type IssueCode, type RowIssue } from '../rows/issue.ts'
import { type Cell, isSeen, type TableRow } from '../table.ts'

/** One row seen through its header; collects what is to be said about it. */
export interface RowReader {
  readonly issues: RowIssue[]
  /** Says something about the whole row. */
  say(code: IssueCode): void
  /** Says something about a column, unless its text was refused already. */
  report(code: IssueCode, column: Column): void
  /** The column's text, refused with an error when it is a formula error, hides control characters or is no cell's length. */
  text(column: Column): string
  /** Numbers and dates as they are, text as `text` gives it. */
  value(column: Column): Cell
  /** One of the known words; the codes say what is reported when the cell is empty or says something else. */
  word<Code>(
    column: Column,
    named: (text: string) => Code | undefined,
    missing: IssueCode,
    unknown: IssueCode,
  ): Code | undefined
}

function faultOf(text: string, isWordy: boolean): IssueCode | undefined {
  if (text === uncalculated) return 'import.formula_empty'
  if (isCellError(text)) return 'import.cell_error'
  if (isDisguised(text)) return 'import.text_control'
  return text.length > limits.cellLength && !isWordy ? 'import.text_too_long' : undefined
}

/** Without these a row is no need; struck through, it was taken back. */
const essential: readonly Column[] = ['requesterName', 'requesterKind', 'body']

/** Columns where people write at length. */
const wordy: readonly Column[] = ['body', 'remark']

export function rowReader(row: TableRow, header: Header): RowReader {
  const issues: RowIssue[] = []
  const cell = (column: Column) => row.cells[header.columns[column]?.index ?? -1]
  const spoilt = new Set<Column>()
  const report = (code: IssueCode, column: Column) => {
    if (spoilt.has(column)) return
    const shown = code === 'import.formula_empty' ? null : textOf(cell(column)) || null
    issues.push(issue(code, header.columns[column]?.at ?? null, shown))
  }
  for (const [column, { at }] of Object.entries(header.columns) as [Column, HeaderColumn][]) {
    const [struck, isWhole] = [struckIn(cell(column)), textOf(cell(column)) === '']
    if (struck === '') continue
    issues.push(issue(isWhole && essential.includes(column) ? 'import.cell_struck' : 'import.text_struck', at, struck))
    if (isWhole) spoilt.add(column)
  }
  const text = (column: Column) => {
    const value = textOf(cell(column))
    const fault = faultOf(value, wordy.includes(column))
    if (fault === undefined) return value
    report(fault, column)
    spoilt.add(column)
    return ''
  }
  return {
    issues,
    say: (code) => void issues.push(issue(code, null, null)),
    report,
    text,
    value: (column) => {
      const raw = cell(column)
      return typeof (isSeen(raw) ? raw.value : raw) === 'string' ? text(column) : (raw ?? null)
    },
    word: (column, named, missing, unknown) => {
      const value = text(column)
      const empty = foldedOf(value).replace(/^[-—/]*$/, '') === ''
      const found = empty ? undefined : named(value)
      if (found === undefined) report(empty ? missing : unknown, column)
      return found
    },
  }
}
