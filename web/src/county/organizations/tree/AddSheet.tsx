import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { parentKinds } from '@dj/shared/county/organization/tree.rules.ts'
import type { OrganizationKind } from '@dj/shared/county/organization/organization.schema.ts'
import { AddOrganization } from '@dj/shared/county/organization/tree.schema.ts'
import { Select, TextInput } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import { SubmitButton } from '../../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../../platform/form/use-draft.ts'
import { Dialog } from '../../../platform/ui/button/Dialog.tsx'
import { notify } from '../../../platform/ui/state/notices.ts'
import { OrganizationPicker } from '../OrganizationPicker.tsx'
import { organizationQueries } from '../organizations.queries.ts'
import { EnterpriseFields, enterpriseInput, noFacts } from './EnterpriseFields.tsx'
import { useAddOrganization } from './tree.queries.ts'

interface Props {
  readonly onAdded: (id: string) => void
}

export function AddSheet({ open, onClose, onAdded }: Props & { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('tree')
  const added = (id: string) => {
    onClose()
    onAdded(id)
  }
  return (
    <Dialog open={open} sheet title={t('add')} onClose={onClose}>
      {open && <AddForm onAdded={added} />}
    </Dialog>
  )
}

const kinds = AddOrganization.shape.kind.options

/** Below `parent` if it is known: where, what and how it is called; of an enterprise its facts as well. */
export function AddForm({ parent, onAdded }: Props & { parent?: { id: string; kind: OrganizationKind } }) {
  const { t } = useTranslation(['tree', 'domain'])
  const all = useQuery(organizationQueries.all())
  const adding = useAddOrganization()
  const draft = useDraft({
    schema: AddOrganization,
    initial: { kind: '', name: '', parentId: parent?.id ?? '', ...noFacts },
    toInput: ({ kind, name, parentId, ...facts }) => ({
      ...{ kind, name, parentId },
      ...(kind === 'enterprise' && { enterprise: enterpriseInput(facts) }),
    }),
    submit: async (input) => {
      const { id, name } = await adding.mutateAsync(input)
      notify(t('done.add', { name }))
      onAdded(id)
    },
  })
  const { values, set } = draft
  const below = parent?.kind ?? all.data?.find(({ id }) => id === values.parentId)?.kind
  const fitting = kinds.filter((kind) => below === undefined || parentKinds[kind].includes(below))
  return (
    <form {...draft.props} className="stack">
      {parent === undefined && (
        <OrganizationPicker
          draft={draft}
          name="parentId"
          label={t('field.parent')}
          value={values.parentId}
          onValue={(id) => set('parentId', id)}
        />
      )}
      <Field draft={draft} name="kind" label={t('field.kind')}>
        {(control) => (
          <Select
            {...control}
            value={values.kind}
            onValue={(kind) => set('kind', kind)}
            empty={t('field.choose')}
            options={fitting.map((value) => ({ value, label: t(`domain:organizationKind.${value}`) }))}
          />
        )}
      </Field>
      <Field draft={draft} name="name" label={t('field.name')} hint={t('field.name.hint')}>
        {(control) => <TextInput {...control} value={values.name} onValue={(name) => set('name', name)} />}
      </Field>
      {values.kind === 'enterprise' && <EnterpriseFields draft={draft} />}
      <SubmitButton draft={draft}>{t('add')}</SubmitButton>
    </form>
  )
}
