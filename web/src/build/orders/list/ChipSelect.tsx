import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import type { Picker } from '../use-pickers.ts'

/** A chip that opens the device's own picker; what is chosen stands on it. */
export function ChipSelect({ label, value, options, none, onValue }: Picker) {
  const chosen = options.find((option) => option.value === value)
  return (
    <span className="chip chip--filter chip-select" data-on={chosen !== undefined || undefined}>
      <span aria-hidden="true">{chosen?.label ?? label}</span>
      <Icon name="down" size={16} />
      <select value={chosen?.value ?? ''} aria-label={label} onChange={(event) => onValue(event.target.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}
