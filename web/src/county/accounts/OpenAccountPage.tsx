import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { OpenAccount } from '@dj/shared/county/people/account.schema.ts'
import { TextInput } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { Bare } from '../../platform/ui/page/Bare.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { useOpenAccount } from './accounts.queries.ts'
import { resetQueries } from './resets.queries.ts'
import { NewPasswordFields, repeated } from './NewPasswordFields.tsx'
import './accounts.css'

/** Where a slip leads: account, code, and a password of one's own. */
export function OpenAccountPage() {
  const { t } = useTranslation('accounts')
  return (
    <Bare>
      <div className="own-password">
        <PageHeader title={t('open.title')} lead={t('open.lead')} />
        <OpenAccountForm />
        <p>
          <Link to="/sign-in">{t('open.back')}</Link>
        </p>
      </div>
    </Bare>
  )
}

function OpenAccountForm() {
  const { t } = useTranslation('accounts')
  const { u = '' } = useSearch({ from: '/open-account' })
  const navigate = useNavigate()
  const opening = useOpenAccount()
  const client = useQueryClient()
  const draft = useDraft({
    schema: repeated(OpenAccount, 'password'),
    initial: { username: u, code: '', password: '', repeat: '' },
    submit: async (input) => {
      await opening.mutateAsync(input)
      const { items } = await client.fetchQuery(resetQueries.own())
      await navigate({ to: items.some(({ told }) => !told) ? '/me' : '/', replace: true })
    },
  })
  const { values, set } = draft
  const plain = { autoCapitalize: 'none', spellCheck: false } as const
  return (
    <form {...draft.props} className="stack">
      <Field draft={draft} name="username" label={t('field.username')}>
        {(control) => (
          <TextInput
            {...control}
            {...plain}
            value={values.username}
            onValue={(value) => set('username', value)}
            autoComplete="username"
          />
        )}
      </Field>
      <Field draft={draft} name="code" label={t('field.code')} hint={t('field.code.hint')}>
        {(control) => (
          <TextInput
            {...control}
            {...plain}
            value={values.code}
            onValue={(value) => set('code', value)}
            autoComplete="one-time-code"
          />
        )}
      </Field>
      <NewPasswordFields
        draft={draft}
        name="password"
        value={values.password}
        onValue={(value) => set('password', value)}
        repeat={values.repeat}
        onRepeat={(value) => set('repeat', value)}
      />
      <SubmitButton draft={draft} block>
        {t('open.submit')}
      </SubmitButton>
    </form>
  )
}
