import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/mark/Icon.tsx'
import type { Faults } from './use-draft.ts'
import './form.css'

/** Spread onto the control: it ties the label, the hint and the fault to it. */
export interface ControlProps {
  readonly id: string
  readonly name: string
  readonly 'aria-invalid'?: true
  readonly 'aria-describedby'?: string
}

interface Props {
  readonly draft: { readonly id: string; readonly faults: Faults }
  /** The field's path in the schema. */
  readonly name: string
  readonly label: string
  readonly hint?: React.ReactNode
  readonly optional?: boolean
  readonly children: (control: ControlProps) => React.ReactNode
}

/** Of a list that is written a line each: which line is wrong first, and what is. */
function lineFault(faults: Faults, name: string): { n: number; fault: string } | undefined {
  const lines = [...faults].filter(([path]) => path.startsWith(`${name}.`) && /^\d+$/.test(path.slice(name.length + 1)))
  const [first] = lines
  return first && { n: Number(first[0].slice(name.length + 1)) + 1, fault: first[1] }
}

/** A label above its control, a hint, and what is wrong in words. */
export function Field({ draft, name, label, hint, optional = false, children }: Props) {
  const { t } = useTranslation()
  const id = `${draft.id}-${name}`
  const line = lineFault(draft.faults, name)
  const fault = draft.faults.get(name) ?? (line && t('field.line', line))
  const described = [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
        {optional && <span className="field__optional"> ({t('field.optional')})</span>}
      </label>
      {hint !== undefined && (
        <div id={`${id}-hint`} className="field__hint">
          {hint}
        </div>
      )}
      {children({
        id,
        name,
        ...(described !== '' && { 'aria-describedby': described }),
        ...(fault !== undefined && { 'aria-invalid': true }),
      })}
      {fault !== undefined && (
        <div id={`${id}-fault`} className="field__error">
          <Icon name="alert" size={16} />
          {fault}
        </div>
      )}
    </div>
  )
}
