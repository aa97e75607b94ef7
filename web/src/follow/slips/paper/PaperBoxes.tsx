interface Props {
  readonly label: string
  readonly options: readonly string[]
  readonly note?: string | undefined
}

/** Boxes to tick with a pen. */
export function PaperBoxes({ label, options, note }: Props) {
  return (
    <p className="slip-paper__boxes">
      <b>{label}</b>
      <Boxes options={options} />
      {note !== undefined && <small>{note}</small>}
    </p>
  )
}

export function Boxes({ options }: { options: readonly string[] }) {
  return options.map((option) => (
    <span key={option} className="slip-paper__box">
      {option}
    </span>
  ))
}
