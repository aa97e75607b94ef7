import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ChangePassword } from '@dj/shared/county/people/account.schema.ts'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { PasswordInput } from '../session/PasswordInput.tsx'
import { useMe } from '../session/session.queries.ts'
import { useChangePassword } from './accounts.queries.ts'
import { NewPasswordFields, repeated } from './NewPasswordFields.tsx'
import './accounts.css'

/** 我的 → 修改密码: with the old one. */
export function ChangePasswordPage() {
  const { t } = useTranslation(['accounts', 'me'])
  return (
    <>
      <PageHeader
        back={<BackLink to="/me">{t('me:title')}</BackLink>}
        title={t('change.title')}
        lead={t('change.lead')}
      />
      <div className="own-password">
        <ChangePasswordForm />
        <p className="quiet">{t('change.forgot')}</p>
      </div>
    </>
  )
}

function ChangePasswordForm() {
  const { t } = useTranslation('accounts')
  const me = useMe()
  const navigate = useNavigate()
  const changing = useChangePassword()
  const draft = useDraft({
    schema: repeated(ChangePassword, 'newPassword'),
    initial: { oldPassword: '', newPassword: '', repeat: '' },
    submit: async (input) => {
      await changing.mutateAsync(input)
      notify(t('change.done'))
      await navigate({ to: '/me' })
    },
  })
  const { values, set } = draft
  return (
    <form {...draft.props} className="stack">
      {/* For the password manager of the browser. */}
      <input type="text" hidden readOnly autoComplete="username" value={me.account.username} />
      <Field draft={draft} name="oldPassword" label={t('field.old')}>
        {(control) => (
          <PasswordInput {...control} value={values.oldPassword} onValue={(value) => set('oldPassword', value)} />
        )}
      </Field>
      <NewPasswordFields
        draft={draft}
        name="newPassword"
        value={values.newPassword}
        onValue={(value) => set('newPassword', value)}
        repeat={values.repeat}
        onRepeat={(value) => set('repeat', value)}
      />
      <SubmitButton draft={draft}>{t('change.submit')}</SubmitButton>
    </form>
  )
}
