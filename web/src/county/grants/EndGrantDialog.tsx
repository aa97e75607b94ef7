import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isResponsible } from '@dj/shared/county/people/grant.rules.ts'
import { EndGrant, type GrantView, type PersonView } from '@dj/shared/county/people/people.schema.ts'
import { TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { PersonPicker } from '../people/PersonPicker.tsx'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { useEndGrant } from './grants.queries.ts'

interface Props {
  readonly grant: GrantView | undefined
  readonly onClose: () => void
}

/** Ends a role with a reason; the last one responsible names who takes over. */
export function EndGrantDialog({ grant, onClose }: Props) {
  const { t } = useTranslation(['grants', 'domain'])
  const title =
    grant === undefined ? '' : t('end.title', { who: grant.person.alias, role: t(`domain:role.${grant.role}`) })
  return (
    <Dialog open={grant !== undefined} sheet title={title} onClose={onClose}>
      {grant !== undefined && <EndForm grant={grant} onDone={onClose} />}
    </Dialog>
  )
}

function EndForm({ grant, onDone }: { grant: GrantView; onDone: () => void }) {
  const { t } = useTranslation('grants')
  const [successor, setSuccessor] = useState<PersonView>()
  const ending = useEndGrant(grant.id)
  const draft = useDraft({
    schema: EndGrant,
    initial: { reason: '', successorId: '' },
    toInput: ({ reason, successorId }) => ({ reason, ...(successorId !== '' && { successorId }) }),
    submit: async (input) => {
      await ending.mutateAsync(input)
      notify(t('ended', { who: grant.person.alias }))
      onDone()
    },
  })
  return (
    <form {...draft.props} className="stack">
      <p>{t('end.consequence', { where: grant.organization.name })}</p>
      <Field draft={draft} name="reason" label={t('end.reason')}>
        {(control) => (
          <TextArea {...control} rows={3} value={draft.values.reason} onValue={(value) => draft.set('reason', value)} />
        )}
      </Field>
      {isResponsible(grant.role) && (
        <PersonPicker
          draft={draft}
          name="successorId"
          label={t('end.successor')}
          hint={t('end.successor.hint')}
          optional
          value={successor}
          onValue={(person) => {
            setSuccessor(person)
            draft.set('successorId', person?.id ?? '')
          }}
        />
      )}
      <SubmitButton draft={draft}>{t('end')}</SubmitButton>
    </form>
  )
}
