import { useTranslation } from 'react-i18next'
import { parentKinds } from '@dj/shared/county/organization/tree.rules.ts'
import { MoveOrganization, type OrganizationDetail } from '@dj/shared/county/organization/tree.schema.ts'
import { TextInput } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import { SubmitButton } from '../../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../../platform/form/use-draft.ts'
import { OrganizationPicker } from '../OrganizationPicker.tsx'
import { useMoveOrganization } from './tree.queries.ts'

interface Props {
  readonly organization: OrganizationDetail
  readonly onDone: () => void
}

export function MoveForm({ organization, onDone }: Props) {
  const { t } = useTranslation('tree')
  const { id, kind, parentId } = organization
  const moving = useMoveOrganization(organization)
  const draft = useDraft({
    schema: MoveOrganization,
    initial: { parentId: '', reason: '' },
    submit: async (input) => {
      await moving.mutateAsync(input)
      onDone()
    },
  })
  return (
    <form {...draft.props} className="stack">
      <p>{t('move.consequence')}</p>
      <OrganizationPicker
        draft={draft}
        name="parentId"
        label={t('field.newParent')}
        value={draft.values.parentId}
        onValue={(value) => draft.set('parentId', value)}
        fits={(one) =>
          one.id !== parentId && !one.path.some((above) => above === id) && parentKinds[kind].includes(one.kind)
        }
      />
      <Field draft={draft} name="reason" label={t('field.reason')} hint={t('move.reason.hint')}>
        {(control) => (
          <TextInput {...control} value={draft.values.reason} onValue={(value) => draft.set('reason', value)} />
        )}
      </Field>
      <SubmitButton draft={draft}>{t('task.move')}</SubmitButton>
    </form>
  )
}
