import { useTranslation } from 'react-i18next'
import { takesOver } from '@dj/shared/county/organization/tree.rules.ts'
import { CloseOrganization, type OrganizationDetail } from '@dj/shared/county/organization/tree.schema.ts'
import { TextInput } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import { SubmitButton } from '../../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../../platform/form/use-draft.ts'
import { OrganizationPicker } from '../OrganizationPicker.tsx'
import { useCloseOrganization } from './tree.queries.ts'

interface Props {
  readonly organization: OrganizationDetail
  readonly onDone: () => void
}

/** Closing with nothing left, or merging into the one that takes over. */
export function CloseForm({ organization, onDone }: Props) {
  const { t } = useTranslation('tree')
  const { id, kind, holdings } = organization
  const closing = useCloseOrganization(organization)
  const isEmpty = Object.values(holdings).every((count) => count === 0)
  const draft = useDraft({
    schema: CloseOrganization,
    initial: { successorId: '', reason: '' },
    toInput: ({ successorId, reason }) => ({ successorId: successorId === '' ? null : successorId, reason }),
    submit: async (input) => {
      await closing.mutateAsync(input)
      onDone()
    },
  })
  return (
    <form {...draft.props} className="stack">
      <p>{t(isEmpty ? 'close.empty' : 'close.consequence')}</p>
      <OrganizationPicker
        draft={draft}
        name="successorId"
        label={t('field.successor')}
        optional={isEmpty}
        value={draft.values.successorId}
        onValue={(value) => draft.set('successorId', value)}
        fits={(one) => one.kind !== 'county' && takesOver(kind, one.kind) && !one.path.some((above) => above === id)}
      />
      <Field draft={draft} name="reason" label={t('field.reason')} hint={t('close.reason.hint')}>
        {(control) => (
          <TextInput {...control} value={draft.values.reason} onValue={(value) => draft.set('reason', value)} />
        )}
      </Field>
      <SubmitButton draft={draft}>{t('task.close')}</SubmitButton>
    </form>
  )
}
