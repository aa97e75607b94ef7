import { useTranslation } from 'react-i18next'
import { Urgency } from '@dj/shared/collect/need/need.schema.ts'
import { Checkbox, Select, TextArea, TextInput } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { useCategoryOptions } from '../../county/settings/settings.queries.ts'
import type { NeedForm } from './form/need-draft.ts'

/** The words as spoken. */
export function NeedWords({ draft }: { draft: NeedForm }) {
  const { t } = useTranslation('needs')
  return (
    <Field draft={draft} name="body" label={t('field.body.spoken')} hint={t('field.body.hint')}>
      {(control) => (
        <TextArea
          {...control}
          value={draft.values.body}
          onValue={(value) => draft.set('body', value)}
          rows={4}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the caller is talking already: the clerk writes at once
          autoFocus
        />
      )}
    </Field>
  )
}

/** What it is about, and how pressing. */
export function AboutFields({ draft }: { draft: NeedForm }) {
  const { t } = useTranslation(['needs', 'domain'])
  const categories = useCategoryOptions()
  const urgencies = Urgency.options.toReversed().map((value) => ({ value, label: t(`domain:urgency.${value}`) }))
  return (
    <div className="need-pair">
      <Field draft={draft} name="category" label={t('field.category')}>
        {(control) => (
          <Select
            {...control}
            value={draft.values.category}
            onValue={(value) => draft.set('category', value)}
            options={categories}
            empty={t('field.choose')}
          />
        )}
      </Field>
      <Field draft={draft} name="urgency" label={t('field.urgency')}>
        {(control) => (
          <Select
            {...control}
            value={draft.values.urgency}
            onValue={(value) => draft.set('urgency', Urgency.parse(value))}
            options={urgencies}
          />
        )}
      </Field>
    </div>
  )
}

/** Whom to call; kept apart from the need, and masked. */
export function ContactFields({ draft }: { draft: NeedForm }) {
  const { t } = useTranslation('needs')
  return (
    <>
      <div className="need-pair">
        <Field draft={draft} name="contact.name" label={t('field.contactName')} optional>
          {(control) => (
            <TextInput
              {...control}
              value={draft.values.contactName}
              onValue={(value) => draft.set('contactName', value)}
              autoComplete="off"
            />
          )}
        </Field>
        <Field
          draft={draft}
          name="contact.phone"
          label={t('field.contactPhone')}
          optional
          hint={t('field.contact.hint')}
        >
          {(control) => (
            <TextInput
              {...control}
              type="tel"
              inputMode="tel"
              value={draft.values.contactPhone}
              onValue={(value) => draft.set('contactPhone', value)}
              autoComplete="off"
            />
          )}
        </Field>
      </div>
      {(draft.values.contactName !== '' || draft.values.contactPhone !== '') && (
        <Checkbox checked={draft.values.shareContact} onChecked={(value) => draft.set('shareContact', value)}>
          {t('field.shareContact')}
        </Checkbox>
      )}
    </>
  )
}
