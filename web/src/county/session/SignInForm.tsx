import { useTranslation } from 'react-i18next'
import { SignIn } from '@dj/shared/county/people/session.schema.ts'
import { TextInput } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { PasswordInput } from './PasswordInput.tsx'
import { useSignIn } from './session.queries.ts'

export function SignInForm({ onSignedIn }: { onSignedIn: () => unknown }) {
  const { t } = useTranslation('session')
  const signIn = useSignIn()
  const draft = useDraft({
    schema: SignIn,
    initial: { username: '', password: '' },
    submit: async (input) => {
      await signIn.mutateAsync(input)
      await onSignedIn()
    },
  })
  return (
    <form {...draft.props} className="stack">
      <Field draft={draft} name="username" label={t('signIn.username')}>
        {(control) => (
          <TextInput
            {...control}
            value={draft.values.username}
            onValue={(value) => draft.set('username', value)}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <Field draft={draft} name="password" label={t('signIn.password')}>
        {(control) => (
          <PasswordInput {...control} value={draft.values.password} onValue={(value) => draft.set('password', value)} />
        )}
      </Field>
      <SubmitButton draft={draft} block>
        {t('signIn.submit')}
      </SubmitButton>
    </form>
  )
}
