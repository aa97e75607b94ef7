import { foldedOf, isCellError, isDisguised, textOf } from './cell-text.ts'
import type { Column, Header } from './header.ts'
import { issue, type IssueCode, type RowIssue } from './issue.ts'
import type { Cell, TableRow } from './table.ts'

/** One row seen through its header; collects what is to be said about it. */
export interface RowReader {
  readonly issues: RowIssue[]
  cell(column: Column): Cell | undefined
  has(column: Column): boolean
  report(code: IssueCode, column: Column): void
  /** The column's text, refused with an error when it is a formula error or hides control characters. */
  text(column: Column): string
  /** One of the known words; the codes say what is reported when the cell is empty or says something else. */
  word<Code>(
    column: Column,
    named: (text: string) => Code | undefined,
    missing: IssueCode,
    unknown: IssueCode,
  ): Code | undefined
}

export function rowReader(row: TableRow, header: Header): RowReader {
  const issues: RowIssue[] = []
  const cell = (column: Column) => row.cells[header.columns[column]?.index ?? -1]
  const report = (code: IssueCode, column: Column) => {
    issues.push(issue(code, header.columns[column]?.at ?? null, textOf(cell(column)) || null))
  }
  const text = (column: Column) => {
    const value = textOf(cell(column))
    if (isCellError(value)) report('import.cell_error', column)
    else if (isDisguised(value)) report('import.text_control', column)
    else return value
    return ''
  }
  return {
    issues,
    cell,
    report,
    text,
    has: (column) => header.columns[column] !== undefined,
    word: (column, named, missing, unknown) => {
      const value = text(column)
      const empty = foldedOf(value).replace(/^[-—/]*$/, '') === ''
      const found = empty ? undefined : named(value)
      if (found === undefined) report(empty ? missing : unknown, column)
      return found
    },
  }
}
