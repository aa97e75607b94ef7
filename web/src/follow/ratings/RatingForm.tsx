import { useTranslation } from 'react-i18next'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { ChoiceField } from '../../platform/form/ChoiceField.tsx'
import { Select, TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { dimensions, grades } from './grades.ts'
import { type RatingDraft, type RatingSubject, useRatingDraft } from './use-rating-draft.ts'
import './rating.css'

/** 态度、速度、效果, five grades each, none preset. [001 三要素] */
export function RatingForm(props: RatingSubject) {
  const { t } = useTranslation('ratings')
  const draft = useRatingDraft(props)
  return (
    <form {...draft.props} className="rating">
      {props.callers === undefined ? <h2>{t('title')}</h2> : <Caller draft={draft} callers={props.callers} />}
      {dimensions.map((name) => (
        <ChoiceField
          key={name}
          draft={draft}
          name={name}
          legend={t(`dimension.${name}`)}
          value={draft.values[name]}
          onValue={(value) => draft.set(name, value)}
          options={grades.map((grade) => ({ value: String(grade), label: t(`grade.${grade}`) }))}
        />
      ))}
      <Field draft={draft} name="words" optional label={t('words')}>
        {(control) => (
          <TextArea {...control} rows={3} value={draft.values.words} onValue={(value) => draft.set('words', value)} />
        )}
      </Field>
      <SubmitButton draft={draft} block>
        {t('submit')}
      </SubmitButton>
    </form>
  )
}

interface CallerProps {
  readonly draft: RatingDraft
  readonly callers: OrderView['needs']
}

function Caller({ draft, callers }: CallerProps) {
  const { t } = useTranslation('ratings')
  return (
    <Field draft={draft} name="needId" label={t('telephone.who')}>
      {(control) => (
        <Select
          {...control}
          value={draft.values.needId}
          onValue={(value) => draft.set('needId', value)}
          empty={t('telephone.choose')}
          options={callers.map(({ id, requesterName, body }) => ({
            value: id,
            label: [requesterName, body].filter(Boolean).join('：'),
          }))}
        />
      )}
    </Field>
  )
}
