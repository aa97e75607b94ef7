import { useTranslation } from 'react-i18next'
import type { OrderView } from '@dj/shared/order/order.schema.ts'
import { RateOrder } from '@dj/shared/rating/rating.schema.ts'
import { ChoiceField } from '../form/ChoiceField.tsx'
import { Select, TextArea } from '../form/controls.tsx'
import { Field } from '../form/Field.tsx'
import { SubmitButton } from '../form/SubmitButton.tsx'
import { useDraft } from '../form/use-draft.ts'
import { notify } from '../ui/notices.ts'
import { dimensions, grades, type GivenGrades } from './grades.ts'
import { useRate } from './rating.queries.ts'
import './rating.css'

interface Props {
  readonly orderId: string
  /** Rates by receipt, without an account; else whoever is signed in. */
  readonly receiptCode?: string | undefined
  /** By telephone: the needs whose requester may be calling. */
  readonly callers?: OrderView['needs'] | undefined
  /** What was given before; only then is anything chosen from the start. */
  readonly before?: GivenGrades | undefined
  readonly onDone?: () => void
}

/** 态度、速度、效果, five grades each, none preset. [001 三要素] */
export function RatingForm(props: Props) {
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
  readonly draft: ReturnType<typeof useRatingDraft>
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

function useRatingDraft({ orderId, receiptCode, before, callers, onDone }: Props) {
  const { t } = useTranslation('ratings')
  const rating = useRate(orderId)
  const chosen = (grade: number | undefined) => (grade === undefined ? '' : String(grade))
  return useDraft({
    schema: callers === undefined ? RateOrder : RateOrder.required({ needId: true }),
    initial: {
      attitude: chosen(before?.attitude),
      speed: chosen(before?.speed),
      result: chosen(before?.result),
      words: before?.words ?? '',
      needId: '',
    },
    toInput: ({ attitude, speed, result, words, needId }) => ({
      ...{ attitude: toGrade(attitude), speed: toGrade(speed), result: toGrade(result) },
      ...(words.trim() !== '' && { words }),
      ...(receiptCode !== undefined && { receiptCode }),
      ...(callers !== undefined && { telephone: true, needId }),
    }),
    submit: async (input) => {
      await rating.mutateAsync(input)
      notify(t('done'))
      onDone?.()
    },
  })
}

const toGrade = (chosen: string) => (chosen === '' ? undefined : Number(chosen))
