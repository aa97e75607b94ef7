import { useTranslation } from 'react-i18next'
import { TextInput } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import type { Faults } from '../../../platform/form/use-draft.ts'

interface Props {
  readonly draft: { readonly id: string; readonly faults: Faults }
  readonly name: string
  readonly value: string
  readonly onValue: (value: string) => void
}

/** In which spelling the public value will be typed, so that nobody can choose one once it is known. */
export function NotationField({ draft, name, value, onValue }: Props) {
  const { t } = useTranslation('settings')
  return (
    <Field draft={draft} name={name} label={t('plan.notation')} hint={t('plan.notation.hint')}>
      {(control) => <TextInput {...control} autoComplete="off" value={value} onValue={onValue} />}
    </Field>
  )
}
