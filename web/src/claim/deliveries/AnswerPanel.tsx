import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AnswerDelivery } from '@dj/shared/claim/delivery/delivery.schema.ts'
import type { DeliveryView, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { ChoiceField } from '../../platform/form/ChoiceField.tsx'
import { TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { PhotoStrip } from '../../platform/photos/PhotoStrip.tsx'
import { hasRole } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { deliveryMutations } from './deliveries.mutations.ts'

/** The one question, for whoever raised the need: 解决了吗？ */
export function AnswerPanel({ order }: { order: OrderView }) {
  const { t } = useTranslation(['orders', 'domain'])
  const waiting = order.deliveries.filter(({ answer }) => answer === null)
  return (
    <section className="panel" aria-label={t('answer.question')}>
      {waiting.map((delivery) => (
        <AnswerForm key={delivery.id} delivery={delivery} order={order} />
      ))}
    </section>
  )
}

const answers = ['solved', 'partly', 'not'] as const

function AnswerForm({ delivery, order }: { delivery: DeliveryView; order: OrderView }) {
  const { t } = useTranslation(['orders', 'domain'])
  const draft = useAnswerDraft(delivery, order)
  const { answer, words } = draft.values
  return (
    <form {...draft.props} className="stack">
      <Said delivery={delivery} order={order} />
      <ChoiceField
        draft={draft}
        name="answer"
        legend={t('answer.question')}
        value={answer}
        onValue={(value) => draft.set('answer', value)}
        options={answers.map((value) => ({
          value,
          label: t(`domain:answer.${value}`),
          hint: t(`answer.${value}.then`),
        }))}
      />
      <Field draft={draft} name="words" optional label={t(answer === 'solved' ? 'answer.thanks' : 'answer.missing')}>
        {(control) => <TextArea {...control} rows={3} value={words} onValue={(value) => draft.set('words', value)} />}
      </Field>
      <SubmitButton draft={draft}>{t('answer.submit')}</SubmitButton>
    </form>
  )
}

function useAnswerDraft(delivery: DeliveryView, order: OrderView) {
  const { t } = useTranslation(['orders', 'domain'])
  const answering = useMutation(deliveryMutations.answer(delivery.id))
  // Somebody at the hotline who did not raise the need says what was told on the telephone.
  const telephone = hasRole(useMe(), 'operator') && !order.needs.some(({ mine }) => mine)
  return useDraft({
    schema: AnswerDelivery,
    initial: { answer: '', words: '' },
    toInput: ({ answer, words }) => ({
      answer: answer || undefined,
      ...(words.trim() !== '' && { words }),
      ...(telephone && { telephone }),
    }),
    submit: async (input) => {
      await answering.mutateAsync(input)
      notify(t('answer.done'))
    },
  })
}

/** What the other side says was done. */
function Said({ delivery, order }: { delivery: DeliveryView; order: OrderView }) {
  const { t } = useTranslation(['orders', 'domain'])
  const who = order.claims.find(({ id }) => id === delivery.claimId)?.claimant
  return (
    <figure>
      <figcaption className="quiet">
        {who === undefined ? t('answer.saidPlain') : t('answer.said', { who })}{' '}
        <DateText value={delivery.deliveredAt} />
      </figcaption>
      <blockquote className="said-words">{delivery.words}</blockquote>
      {delivery.attachments.length > 0 && <PhotoStrip ids={delivery.attachments} />}
    </figure>
  )
}
