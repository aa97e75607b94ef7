import './scroll-table.css'

interface Props {
  readonly label: string
  readonly titles: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** From this column on, figures. */
  readonly figuresFrom: number
}

/** A table that stays a table, also on paper; where it is too wide it scrolls inside itself, and the keyboard reaches it. */
export function ScrollTable({ label, titles, rows, figuresFrom }: Props) {
  const kind = (nth: number) => (nth >= figuresFrom ? { className: 'scroll-table__figure' } : {})
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a mouse
    <section className="scroll-table" aria-label={label} tabIndex={0}>
      <table className="scroll-table__table">
        <thead>
          <tr>
            {titles.map((title, nth) => (
              <th key={title} scope="col" {...kind(nth)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={`${row} ${cells[0] ?? ''}`}>
              {cells.map((cell, nth) => {
                const Cell = nth === 0 ? 'th' : 'td'
                return (
                  <Cell key={titles[nth]} {...(nth === 0 && { scope: 'row' })} {...kind(nth)}>
                    {cell}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
