import { useTranslation } from 'react-i18next'
import { TextInput } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import type { Faults } from '../../platform/form/use-draft.ts'

export const posts = ['system', 'security', 'audit'] as const
export const nobody = { alias: '', name: '', username: '', password: '' }
type Person = typeof nobody

interface Props {
  readonly post: (typeof posts)[number]
  readonly draft: { readonly id: string; readonly faults: Faults }
  readonly value: Person
  readonly onValue: (value: Person, field: string) => void
}

const words = ['alias', 'name', 'username'] as const
/** Whoever sets up is the system administrator; the other two choose their passwords with a code. */
const fieldsOf = (post: Props['post']) => (post === 'system' ? ([...words, 'password'] as const) : words)

/** One of the three, with what the post does. */
export function AdministratorFields({ post, draft, value, onValue }: Props) {
  const { t } = useTranslation('setup')
  return (
    <fieldset className="setup__post">
      <legend>{t(post)}</legend>
      <p className="quiet">{t(`${post}.does`)}</p>
      {fieldsOf(post).map((field) => (
        <Field
          key={field}
          draft={draft}
          name={`administrators.${post}.${field}`}
          label={t(`field.${field}`)}
          {...(field !== 'name' && { hint: t(`field.${field}.hint`) })}
        >
          {(control) => (
            <TextInput
              {...control}
              type={field === 'password' ? 'password' : 'text'}
              value={value[field]}
              onValue={(text) => onValue({ ...value, [field]: text }, field)}
              autoComplete={field === 'password' ? 'new-password' : 'off'}
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
      ))}
    </fieldset>
  )
}
