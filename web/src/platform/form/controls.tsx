import type { ControlProps } from './Field.tsx'
import './form.css'

type Native<Element extends 'input' | 'textarea' | 'select'> = Omit<
  React.ComponentProps<Element>,
  'onChange' | 'value' | keyof ControlProps
>

interface Text extends ControlProps {
  readonly value: string
  readonly onValue: (value: string) => void
}

/** One line of text; also dates, numbers and telephone numbers by `type` and `inputMode`. */
export function TextInput({ onValue, ...input }: Text & Native<'input'>) {
  return <input type="text" {...input} className="input" onChange={(event) => onValue(event.target.value)} />
}

/** Several lines, growing with what is typed. */
export function TextArea({ onValue, rows = 4, ...input }: Text & Native<'textarea'>) {
  return (
    <textarea {...input} rows={rows} className="input input--area" onChange={(event) => onValue(event.target.value)} />
  )
}

export interface Option {
  readonly value: string
  readonly label: string
}

/** The device's own picker: familiar on a phone, complete with a keyboard. `empty` is the choice of nothing. */
export function Select({
  onValue,
  options,
  empty,
  ...input
}: Text & Native<'select'> & { readonly options: readonly Option[]; readonly empty?: string }) {
  return (
    <select {...input} className="input input--select" onChange={(event) => onValue(event.target.value)}>
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}

interface Choices {
  readonly name: string
  readonly legend: string
  readonly value: string | undefined
  readonly onValue: (value: string) => void
  readonly options: readonly (Option & { readonly hint?: string })[]
  readonly fault?: React.ReactNode
}

/** A few choices, all in sight; nothing is preset. */
export function RadioGroup({ name, legend, value, onValue, options, fault }: Choices) {
  return (
    <fieldset className="choices" tabIndex={-1} aria-invalid={fault !== undefined || undefined}>
      <legend className="field__label">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onValue(option.value)}
          />
          <span>
            {option.label}
            {option.hint !== undefined && <span className="field__hint">{option.hint}</span>}
          </span>
        </label>
      ))}
      {fault}
    </fieldset>
  )
}

export function Checkbox({
  checked,
  onChecked,
  children,
}: {
  checked: boolean
  onChecked: (checked: boolean) => void
  children: React.ReactNode
}) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={(event) => onChecked(event.target.checked)} />
      <span>{children}</span>
    </label>
  )
}
