import { useTranslation } from 'react-i18next'
import { ConfirmSession } from '@dj/shared/county/people/session.schema.ts'
import { request } from '../../platform/api/client.ts'
import { uuid } from '../../platform/api/uuid.ts'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'
import { PasswordInput } from './PasswordInput.tsx'

/** The password once more. Whatever was open stays as it is below, and goes on by itself. */
export default function ConfirmDialog({ onAnswer }: { onAnswer: (shown: boolean) => void }) {
  const { t } = useTranslation('session')
  const draft = useDraft({
    schema: ConfirmSession,
    initial: { password: '' },
    submit: async (body) => {
      await request('POST', '/session/confirmation', { body, idempotencyKey: uuid() })
      onAnswer(true)
    },
  })
  return (
    <Dialog open title={t('confirm.title')} onClose={() => onAnswer(false)}>
      <form {...draft.props} className="stack">
        <p className="quiet prose">{t('confirm.why')}</p>
        <Field draft={draft} name="password" label={t('signIn.password')}>
          {(control) => (
            <PasswordInput
              {...control}
              value={draft.values.password}
              onValue={(value) => draft.set('password', value)}
            />
          )}
        </Field>
        <div className="dialog__foot">
          <ActionButton action={act(() => onAnswer(false))}>{t('confirm.cancel')}</ActionButton>
          <SubmitButton draft={draft}>{t('confirm.submit')}</SubmitButton>
        </div>
      </form>
    </Dialog>
  )
}
