import { useTranslation } from 'react-i18next'
import { TextInput } from '../form/controls.tsx'
import { Field } from '../form/Field.tsx'
import type { Faults } from '../form/use-draft.ts'
import { act, ActionButton } from '../ui/ActionButton.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
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
