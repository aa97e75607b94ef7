import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { unpublishMinutes } from '@dj/shared/build/order/publication.rules.ts'
import { explainProblem } from '../../platform/api/problem.ts'
import type { ActionButtonProps } from '../../platform/ui/button/ActionButton.tsx'
import { ConfirmAction } from '../../platform/ui/button/ConfirmAction.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { TierMark } from '../marks/TierMark.tsx'
import { orderMutations } from './order.mutations.ts'
import { WhatIsAsked } from './OrderWords.tsx'
import './order.css'

interface Props extends Pick<ActionButtonProps, 'block' | 'kind' | 'label' | 'disabledReason'> {
  readonly order: OrderView
}

/** Publishing, behind a look at what everybody will read; for some seconds, and on the order for minutes, it can be taken back. */
export function PublishAction({ order, ...button }: Props) {
  const { t } = useTranslation('orders')
  const publish = useMutation(orderMutations.publish(order.id))
  const unpublish = useUnpublish(order.id)
  const told = {
    onSuccess: ({ number, title }: OrderView) =>
      notify(t('publish.done', { number: number ?? '', title }), {
        label: t('unpublish.action'),
        act: unpublish.mutate,
      }),
  }
  return (
    <ConfirmAction
      {...button}
      icon="flag"
      action={{ ...publish, mutate: () => publish.mutate(undefined, told) }}
      question={t('publish.question', { title: order.title })}
      consequence={<Preview order={order} />}
      confirmLabel={t('publish.confirm')}
    >
      {t('act.publish')}
    </ConfirmAction>
  )
}

/** Back to a draft, for whoever just published it. */
export function useUnpublish(id: string) {
  const { t } = useTranslation('orders')
  const unpublish = useMutation(orderMutations.unpublish(id))
  const told = {
    onSuccess: () => notify(t('unpublish.done')),
    onError: (error: Error) => notify(explainProblem(error)),
  }
  return { ...unpublish, mutate: () => unpublish.mutate(undefined, told) }
}

function Preview({ order }: { order: OrderView }) {
  const { t } = useTranslation('orders')
  return (
    <div className="stack">
      <p>{t('publish.consequence', { minutes: unpublishMinutes })}</p>
      <section className="publish-preview" aria-label={t('publish.preview')}>
        <p className="order__marks">
          <TierMark tier={order.tier} />
          <strong>{order.title}</strong>
          <span className="quiet">{order.owner.name}</span>
        </p>
        <WhatIsAsked order={order} />
      </section>
    </div>
  )
}
