import { useTranslation } from 'react-i18next'
import { AnswerDelivery } from '@dj/shared/claim/delivery/delivery.schema.ts'
import type { DeliveryView } from '@dj/shared/build/order/order.schema.ts'
import { ChoiceField } from '../../platform/form/ChoiceField.tsx'
import { TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { forgetDraft, keptDraft, useKeepDraft } from '../../platform/form/kept-draft.ts'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { useAnswer } from './receipt.queries.ts'

interface Props {
  readonly question: DeliveryView
  readonly code: string
  readonly holders: readonly string[]
}

const answers = ['solved', 'partly', 'not'] as const

/** The one question: 解决了吗？ Nothing is preset, and each answer says what follows from it. */
export function AnswerForm({ question, code, holders }: Props) {
  const { t } = useTranslation('receipts')
  const draft = useAnswerDraft(question.id, code)
  const { answer, words } = draft.values
  return (
    <form {...draft.props} className="question">
      <Said question={question} holders={holders} />
      <ChoiceField
        draft={draft}
        name="answer"
        legend={t('question')}
        value={answer}
        onValue={(value) => draft.set('answer', value)}
        options={answers.map((value) => ({ value, label: t(`answer.${value}`), hint: t(`answer.${value}.then`) }))}
      />
      {answer !== '' && (
        <Field draft={draft} name="words" optional label={t(answer === 'solved' ? 'words.thanks' : 'words.missing')}>
          {(control) => <TextArea {...control} rows={3} value={words} onValue={(value) => draft.set('words', value)} />}
        </Field>
      )}
      <SubmitButton draft={draft} block>
        {t('answer.submit')}
      </SubmitButton>
    </form>
  )
}

function useAnswerDraft(deliveryId: string, receiptCode: string) {
  const { t } = useTranslation('receipts')
  const answering = useAnswer(deliveryId)
  const kept = `answer.${deliveryId}`
  const draft = useDraft({
    schema: AnswerDelivery,
    initial: keptDraft(kept, { answer: '', words: '' }),
    toInput: ({ answer, words }) => ({
      answer: answer || undefined,
      receiptCode,
      ...(words.trim() !== '' && { words }),
    }),
    submit: async (input) => {
      await answering.mutateAsync(input)
      forgetDraft(kept)
      notify(t('answer.done'))
    },
  })
  useKeepDraft(kept, draft.values)
  return draft
}

/** What the other side says was done. */
function Said({ question, holders }: Omit<Props, 'code'>) {
  const { t } = useTranslation('receipts')
  return (
    <figure className="said">
      <figcaption className="quiet">
        {[t('said'), ...holders].join(' · ')}{' '}
        <span className="nowrap">
          · <DateText value={question.deliveredAt} />
        </span>
      </figcaption>
      <blockquote>{question.words}</blockquote>
    </figure>
  )
}
