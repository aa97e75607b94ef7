import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Field } from '../../platform/form/Field.tsx'
import type { Faults } from '../../platform/form/use-draft.ts'
import { PasswordInput } from '../session/PasswordInput.tsx'

interface Props {
  readonly draft: { readonly id: string; readonly faults: Faults }
  /** The path of the password in its schema. */
  readonly name: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly repeat: string
  readonly onRepeat: (value: string) => void
}

/** A new password, twice: who mistypes it once would be locked out. */
export function NewPasswordFields({ draft, name, value, onValue, repeat, onRepeat }: Props) {
  const { t } = useTranslation('accounts')
  return (
    <>
      <Field draft={draft} name={name} label={t('field.password')} hint={t('field.password.hint')}>
        {(control) => <PasswordInput {...control} value={value} onValue={onValue} autoComplete="new-password" />}
      </Field>
      <Field draft={draft} name="repeat" label={t('field.repeat')}>
        {(control) => <PasswordInput {...control} value={repeat} onValue={onRepeat} autoComplete="new-password" />}
      </Field>
    </>
  )
}

/** The same input with the password typed again; the second is for the form alone. */
export const repeated = <S extends z.ZodObject>(schema: S, name: keyof z.output<S> & string) =>
  schema
    .extend({ repeat: z.string() })
    .refine((input) => input['repeat'] === (input as Record<string, unknown>)[name], {
      path: ['repeat'],
      params: { code: 'account.repeat_differs' },
    })
    .transform(({ repeat: _, ...input }) => schema.parse(input))
