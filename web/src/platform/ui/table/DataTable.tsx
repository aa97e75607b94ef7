import './data-table.css'

export interface Column<Row> {
  readonly key: string
  readonly label: string
  /** Holds buttons that name themselves. */
  readonly acts?: true
  readonly render: (row: Row) => React.ReactNode
}

interface Props<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
}

/** A plain table with hairlines; on a phone each row becomes a card of labelled lines. The first column names the row. */
export function DataTable<Row>({ label, columns, rows, rowKey }: Props<Row>) {
  return (
    <table className="data-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column, index) => {
              const Cell = index === 0 ? 'th' : 'td'
              return (
                <Cell
                  key={column.key}
                  {...(column.acts !== true && { 'data-label': column.label })}
                  {...(index === 0 && { scope: 'row' })}
                >
                  <div>{column.render(row)}</div>
                </Cell>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
