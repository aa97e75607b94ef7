import { Icon } from '../mark/Icon.tsx'

/** A fact in a box: a category, a channel. It does nothing. */
export function Chip({ children }: { children: React.ReactNode }) {
  return <span className="chip">{children}</span>
}

interface FilterProps {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly children: React.ReactNode
}

/** A filter that is on or off; what is on carries a tick, not only a colour. */
export function FilterChip({ on, onChange, children }: FilterProps) {
  return (
    <button type="button" className="chip chip--filter" aria-pressed={on} onClick={() => onChange(!on)}>
      {on && <Icon name="check" size={16} />}
      {children}
    </button>
  )
}
