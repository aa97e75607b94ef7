import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EditOrganization, type OrganizationDetail } from '@dj/shared/county/organization/tree.schema.ts'
import { TextInput } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import { SubmitButton } from '../../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../../platform/form/use-draft.ts'
import { EnterpriseFields, enterpriseInput } from './EnterpriseFields.tsx'
import { useEditOrganization } from './tree.queries.ts'

interface Props {
  readonly organization: OrganizationDetail
  readonly onDone: () => void
}

/** Another name, or the facts of an enterprise. Whoever comes second keeps what they typed, and sees what it is called by now. */
export function EditForm({ organization, onDone }: Props) {
  const { t } = useTranslation('tree')
  const { name, enterprise } = organization
  const [begunAt] = useState(organization)
  const editing = useEditOrganization(organization)
  const draft = useDraft({
    schema: EditOrganization,
    initial: {
      name,
      creditCode: enterprise?.creditCode ?? '',
      sizeClass: (enterprise?.sizeClass ?? '') as string,
      industry: enterprise?.industry ?? '',
      employees: enterprise?.employees?.toString() ?? '',
      partyOrganizationId: (enterprise?.partyOrganizationId ?? '') as string,
    },
    toInput: ({ name: typed, ...facts }) => ({
      name: typed,
      ...(enterprise !== null && { enterprise: enterpriseInput(facts) }),
    }),
    submit: async (input) => {
      await editing.mutateAsync(input)
      onDone()
    },
  })
  return (
    <form {...draft.props} className="stack">
      {begunAt.version !== organization.version && <output>{t('changed', { name, former: begunAt.name })}</output>}
      <Field draft={draft} name="name" label={t('field.name')} hint={t('field.rename.hint')}>
        {(control) => (
          <TextInput {...control} value={draft.values.name} onValue={(value) => draft.set('name', value)} />
        )}
      </Field>
      {enterprise !== null && <EnterpriseFields draft={draft} />}
      <SubmitButton draft={draft}>{t('save')}</SubmitButton>
    </form>
  )
}
