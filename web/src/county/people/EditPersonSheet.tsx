import { useTranslation } from 'react-i18next'
import { EditPerson, type PersonView } from '@dj/shared/county/people/people.schema.ts'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { mayDo } from '../session/me.ts'
import { useMe } from '../session/session.queries.ts'
import { useEditPerson } from './people.queries.ts'
import { PersonFields, skillsOf } from './PersonFields.tsx'
import { ResetForm } from './ResetForm.tsx'
import { StatusActions } from './StatusActions.tsx'
import './people.css'

interface Props {
  readonly person: PersonView | undefined
  /** The newest version after each change, nothing when the sheet closes. */
  readonly onChange: (person: PersonView | undefined) => void
}

/** One account: its facts, a new secret for its owner, and whether it may be used. Each is saved on its own. */
export function EditPersonSheet({ person, onChange }: Props) {
  const { t } = useTranslation('people')
  const edits = mayDo(useMe(), 'person.edit')
  return (
    <Dialog
      open={person !== undefined}
      sheet
      title={t('edit.title', { who: person?.alias ?? '', username: person?.username ?? t('none') })}
      onClose={() => onChange(undefined)}
    >
      {person !== undefined && (
        <div className="person-sheet">
          {edits && <FactsForm person={person} onChange={onChange} />}
          <ResetForm person={person} />
          {edits && <StatusActions person={person} onChange={onChange} />}
        </div>
      )}
    </Dialog>
  )
}

interface PartProps {
  readonly person: PersonView
  readonly onChange: (person: PersonView) => void
}

function FactsForm({ person, onChange }: PartProps) {
  const { t } = useTranslation('people')
  const editing = useEditPerson(person)
  const { alias, name, homeOrganization, skills } = person
  const home = homeOrganization?.id ?? ''
  const draft = useDraft({
    schema: EditPerson,
    initial: {
      ...{ alias, name: name ?? '', phone: '', documentNumber: '' },
      ...{ homeOrganizationId: home as string, skills: skills.join('、') },
    },
    toInput: ({ phone, documentNumber, homeOrganizationId, skills: typed, ...words }) => ({
      ...words,
      ...(phone.trim() !== '' && { phone }),
      ...(documentNumber.trim() !== '' && { documentNumber }),
      homeOrganizationId: homeOrganizationId === '' ? null : homeOrganizationId,
      skills: skillsOf(typed),
    }),
    submit: async (input) => {
      onChange(await editing.mutateAsync(input))
      notify(t('edited'))
    },
  })
  return (
    <form {...draft.props} className="stack">
      <PersonFields draft={draft} phoneHint={t('field.phone.keep')} last4={person.documentLast4} />
      <SubmitButton draft={draft}>{t('edit.save')}</SubmitButton>
    </form>
  )
}
