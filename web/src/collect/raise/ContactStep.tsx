import { useTranslation } from 'react-i18next'
import { RaiseNeedOpenly } from '@dj/shared/collect/need/need.schema.ts'
import { Checkbox, TextInput } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { Step, useStep, type StepDraft } from './Step.tsx'
import type { Raise } from './raise.ts'

const schema = RaiseNeedOpenly.pick({ requesterName: true, contact: true })
/** Of whoever is signed in it is known what to call them. */
const known = RaiseNeedOpenly.pick({ contact: true })

/** How to call them, and how to reach them if they like. */
export function ContactStep({ raise }: { raise: Raise }) {
  const { t } = useTranslation('raise')
  const draft = useStep(raise, raise.photos === undefined ? schema : known, ['requesterName', 'contact'])
  const kind = raise.answers.requesterKind
  const isKnown = raise.photos !== undefined
  const firm = kind === 'enterprise' || kind === 'organization'
  return (
    <Step raise={raise} draft={draft} title={t(isKnown ? 'contact.title.known' : 'contact.title')}>
      {!isKnown && <NameField draft={draft} firm={firm} />}
      {(firm || isKnown) && <PersonField draft={draft} />}
      <Field draft={draft} name="contact.phone" optional label={t('contact.phone')} hint={t('contact.phone.hint')}>
        {(control) => (
          <TextInput
            {...control}
            type="tel"
            inputMode="tel"
            value={draft.values.phone}
            onValue={(value) => draft.set('phone', value, 'contact.phone')}
            autoComplete="tel"
          />
        )}
      </Field>
      {(draft.values.phone !== '' || draft.values.contactName !== '') && (
        <Checkbox
          checked={draft.values.share === 'yes'}
          onChecked={(checked) => draft.set('share', checked ? 'yes' : '')}
        >
          {t('contact.share')}
        </Checkbox>
      )}
    </Step>
  )
}

function NameField({ draft, firm }: { draft: StepDraft; firm: boolean }) {
  const { t } = useTranslation('raise')
  return (
    <Field
      draft={draft}
      name="requesterName"
      label={t(firm ? 'contact.firm' : 'contact.name')}
      {...(!firm && { hint: t('contact.name.hint') })}
    >
      {(control) => (
        <TextInput
          {...control}
          value={draft.values.requesterName}
          onValue={(value) => draft.set('requesterName', value)}
          autoComplete={firm ? 'organization' : 'name'}
        />
      )}
    </Field>
  )
}

function PersonField({ draft }: { draft: StepDraft }) {
  const { t } = useTranslation('raise')
  return (
    <Field draft={draft} name="contact.name" optional label={t('contact.person')}>
      {(control) => (
        <TextInput
          {...control}
          value={draft.values.contactName}
          onValue={(value) => draft.set('contactName', value, 'contact.name')}
          autoComplete="name"
        />
      )}
    </Field>
  )
}
