import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AccountSlip, AskReset } from '@dj/shared/county/people/account.schema.ts'
import type { PersonView } from '@dj/shared/county/people/people.schema.ts'
import { TextInput } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { explain } from '../../platform/api/problem.ts'
import { useAskReset } from '../accounts/accounts.queries.ts'
import { IssuedSlips } from '../accounts/IssuedSlips.tsx'
import { useMe } from '../session/session.queries.ts'

/** A one-time code in place of a password its owner lost. */
export function ResetForm({ person }: { person: PersonView }) {
  const { t } = useTranslation('people')
  const me = useMe()
  const asking = useAskReset(person.id)
  const [slip, setSlip] = useState<AccountSlip | null>()
  const draft = useDraft({
    schema: AskReset,
    initial: { reason: '' },
    submit: async (input) => setSlip((await asking.mutateAsync(input)).slip),
  })
  const refusal =
    person.id === me.person.id ? 'account.not_oneself' : person.status === 'active' ? undefined : 'account.not_active'
  if (slip === null) return <output>{t('reset.asked')}</output>
  if (slip !== undefined) return <IssuedSlips slips={[slip]} county={me.county.name} />
  return (
    <form {...draft.props} className="stack">
      <h3>{t('reset.title')}</h3>
      <p className="quiet">{t('reset.consequence')}</p>
      <Field draft={draft} name="reason" label={t('reset.reason')} hint={t('reset.reason.hint')}>
        {(control) => (
          <TextInput {...control} value={draft.values.reason} onValue={(value) => draft.set('reason', value)} />
        )}
      </Field>
      <SubmitButton draft={draft} kind="default" disabledReason={explain(refusal)}>
        {t('reset.go')}
      </SubmitButton>
    </form>
  )
}
