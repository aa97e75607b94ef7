import { useTranslation } from 'react-i18next'
import { AddPerson } from '@dj/shared/county/people/people.schema.ts'
import { PersonKind } from '@dj/shared/county/people/session.schema.ts'
import { ChoiceField } from '../../platform/form/ChoiceField.tsx'
import { TextInput } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { PasswordField } from './PasswordField.tsx'
import { newPassword } from './password.ts'
import { useAddPerson } from './people.queries.ts'
import { PersonFields, skillsOf } from './PersonFields.tsx'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
}

export function AddPersonSheet({ open, onClose }: Props) {
  const { t } = useTranslation('people')
  return (
    <Dialog open={open} sheet title={t('add')} onClose={onClose}>
      <AddPersonForm onDone={onClose} />
    </Dialog>
  )
}

function AddPersonForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['people', 'domain'])
  const draft = useAddDraft(onDone)
  return (
    <form {...draft.props} className="stack">
      <ChoiceField
        draft={draft}
        name="kind"
        legend={t('field.kind')}
        value={draft.values.kind}
        onValue={(value) => draft.set('kind', value)}
        options={PersonKind.options.map((value) => ({ value, label: t(`domain:personKind.${value}`) }))}
      />
      <PersonFields draft={draft} phoneHint={t('field.phone.hint')} />
      <Field draft={draft} name="username" label={t('field.username')} hint={t('field.username.hint')}>
        {(control) => (
          <TextInput
            {...control}
            value={draft.values.username}
            onValue={(value) => draft.set('username', value)}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <PasswordField draft={draft} value={draft.values.password} onValue={(value) => draft.set('password', value)} />
      <SubmitButton draft={draft}>{t('add')}</SubmitButton>
    </form>
  )
}

function useAddDraft(onDone: () => void) {
  const { t } = useTranslation('people')
  const adding = useAddPerson()
  return useDraft({
    schema: AddPerson,
    initial: {
      ...{ alias: '', name: '', phone: '', homeOrganizationId: '', skills: '' },
      ...{ kind: '', username: '', password: newPassword() },
    },
    toInput: ({ phone, homeOrganizationId, skills, ...words }) => ({
      ...words,
      ...(phone.trim() !== '' && { phone }),
      homeOrganizationId: homeOrganizationId === '' ? null : homeOrganizationId,
      skills: skillsOf(skills),
    }),
    submit: async (input) => {
      const { alias } = await adding.mutateAsync(input)
      notify(t('added', { who: alias }))
      onDone()
    },
  })
}
