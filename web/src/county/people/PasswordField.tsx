import { useTranslation } from 'react-i18next'
import { TextInput } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import type { Faults } from '../../platform/form/use-draft.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { CopyButton } from '../../platform/ui/button/CopyButton.tsx'
import { newPassword } from './password.ts'

interface Props {
  readonly draft: { readonly id: string; readonly faults: Faults }
  readonly value: string
  readonly onValue: (value: string) => void
}

/** A first password in sight, because it has to be told to somebody. */
export function PasswordField({ draft, value, onValue }: Props) {
  const { t } = useTranslation('people')
  return (
    <Field draft={draft} name="password" label={t('field.password')} hint={t('field.password.hint')}>
      {(control) => (
        <div className="password-field">
          <TextInput {...control} value={value} onValue={onValue} autoComplete="off" spellCheck={false} />
          <ActionButton action={act(() => onValue(newPassword()))} icon="refresh">
            {t('password.another')}
          </ActionButton>
          <CopyButton text={value} />
        </div>
      )}
    </Field>
  )
}
