import { useTranslation } from 'react-i18next'
import { TextInput } from '../../../platform/form/controls.tsx'
import type { Faults } from '../../../platform/form/use-draft.ts'
import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import { defaults, type SettingField } from './fields.ts'

interface Props {
  readonly field: SettingField
  readonly draft: { readonly id: string; readonly faults: Faults }
  readonly value: string
  readonly onValue: (value: string) => void
}

/** One number: what it decides, its unit, and the default it may have left. */
export function SettingRow({ field: { path, unit }, draft, value, onValue }: Props) {
  const { t } = useTranslation('settings')
  const id = `${draft.id}-${path}`
  const fault = draft.faults.get(`settings.${path}`)
  const changed = value.trim() !== defaults[path]
  return (
    <div className="setting">
      <label htmlFor={id}>{t(`field.${path}`)}</label>
      <div className="setting__value">
        <div className="setting__input">
          <TextInput
            id={id}
            name={path}
            value={value}
            onValue={onValue}
            inputMode="decimal"
            aria-describedby={`${id}-note`}
            {...(fault !== undefined && { 'aria-invalid': true as const })}
          />
          <span>{t(`unit.${unit}`)}</span>
        </div>
        <div id={`${id}-note`}>
          {changed && <span className="quiet">{t('default', { value: defaults[path] })}</span>}
          {fault !== undefined && (
            <span className="field__error">
              <Icon name="alert" size={16} />
              {fault}
            </span>
          )}
        </div>
      </div>
    </div>
  )
}
