import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountSlip } from '@dj/shared/county/people/account.schema.ts'
import { AddPerson } from '@dj/shared/county/people/people.schema.ts'
import { PersonKind } from '@dj/shared/county/people/session.schema.ts'
import { ChoiceField } from '../../platform/form/ChoiceField.tsx'
import { TextInput } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { IssuedSlips } from '../accounts/IssuedSlips.tsx'
import { useMe } from '../session/session.queries.ts'
import { useAddPerson } from './people.queries.ts'
import { PersonFields, skillsOf } from './PersonFields.tsx'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
}

/** The facts first, then the slip that opens the account. */
export function AddPersonSheet({ open, onClose }: Props) {
  const { t } = useTranslation(['people', 'accounts'])
  const me = useMe()
  const [slip, setSlip] = useState<AccountSlip>()
  const close = () => {
    setSlip(undefined)
    onClose()
  }
  return (
    <Dialog
      open={open}
      sheet
      title={slip === undefined ? t('add') : t('accounts:slip.issued', { who: slip.alias })}
      onClose={close}
    >
      {slip === undefined ? (
        <AddPersonForm onAdded={setSlip} />
      ) : (
        <IssuedSlips slips={[slip]} county={me.county.name}>
          <ActionButton action={act(close)}>{t('accounts:slip.done')}</ActionButton>
        </IssuedSlips>
      )}
    </Dialog>
  )
}

function AddPersonForm({ onAdded }: { onAdded: (slip: AccountSlip) => void }) {
  const { t } = useTranslation(['people', 'domain'])
  const draft = useAddDraft(onAdded)
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
      <SubmitButton draft={draft}>{t('add')}</SubmitButton>
    </form>
  )
}

function useAddDraft(onAdded: (slip: AccountSlip) => void) {
  const adding = useAddPerson()
  return useDraft({
    schema: AddPerson,
    initial: {
      ...{ alias: '', name: '', phone: '', documentNumber: '', homeOrganizationId: '', skills: '' },
      ...{ kind: '', username: '' },
    },
    toInput: ({ phone, documentNumber, homeOrganizationId, skills, ...words }) => ({
      ...words,
      ...(phone.trim() !== '' && { phone }),
      ...(documentNumber.trim() !== '' && { documentNumber }),
      homeOrganizationId: homeOrganizationId === '' ? null : homeOrganizationId,
      skills: skillsOf(skills),
    }),
    submit: async (input) => onAdded((await adding.mutateAsync(input)).slip),
  })
}
