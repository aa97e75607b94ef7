import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DiscardOrder, type OrderCard, type OrderView } from '@dj/shared/build/order/order.schema.ts'
import { explain } from '../../../platform/api/problem.ts'
import { isProblemCode } from '@dj/shared/problem.ts'
import { useChange } from '../../../collect/needs/needs.queries.ts'
import { WordsDialog } from '../../../collect/needs/WordsDialog.tsx'
import { PublishAction } from '../../../build/orders/PublishAction.tsx'
import { orderQueries } from '../../../build/orders/orders.queries.ts'
import { request } from '../../../platform/api/client.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { Age } from '../../../platform/ui/time/DateText.tsx'
import { notify } from '../../../platform/ui/state/notices.ts'
import { TierMark } from '../../../build/marks/TierMark.tsx'

export function DraftCard({ card }: { card: OrderCard }) {
  const { t } = useTranslation('desk')
  const { data: order } = useQuery(orderQueries.one(card.id))
  return (
    <li className="desk-row" data-row={card.id}>
      <TierMark tier={card.tier} />
      <div className="desk-row__body">
        <Link to="/desk/orders/$id/edit" params={{ id: card.id }} className="desk-row__title" data-open>
          {card.title}
        </Link>
        <p className="desk-row__origin">
          {card.owner.name}
          {order !== undefined && ` · ${t('drafts.author', { who: order.author.alias })}`}
        </p>
        <p className="desk-row__facts">
          <Age value={card.stateSince} />
          {order !== undefined && <span>{t('drafts.needs', { count: order.needs.length })}</span>}
        </p>
        {order !== undefined && (
          <div className="desk-row__acts">
            <PublishButton order={order} />
            <DiscardButton order={order} />
          </div>
        )}
      </div>
    </li>
  )
}

/** Publishing, or who has to do it instead. */
export function PublishButton({ order, unsaved = false }: { order: OrderView; unsaved?: boolean }) {
  const { t } = useTranslation('desk')
  const code = order.may.publish
  const refusal = code !== null && isProblemCode(code) ? explain(code) : undefined
  const reason = refusal ?? (unsaved ? t('publish.saveFirst') : undefined)
  return (
    <span data-publish>
      <PublishAction order={order} disabledReason={reason} label={t('publish.label', { title: order.title })} />
    </span>
  )
}

export function DiscardButton({ order, onDone }: { order: OrderView; onDone?: () => void }) {
  const { t } = useTranslation('desk')
  const [open, setOpen] = useState(false)
  const discard = useChange((body: DiscardOrder) => request('POST', `/orders/${order.id}/discard`, { body }))
  if (!order.may.discard) return null
  return (
    <>
      <ActionButton kind="plain" action={act(() => setOpen(true))} label={t('discard.label', { title: order.title })}>
        {t('discard.action')}
      </ActionButton>
      <WordsDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('discard.title', { title: order.title })}
        consequence={t('discard.consequence', { count: order.needs.length })}
        schema={DiscardOrder}
        field="reason"
        label={t('discard.reason')}
        optional
        confirm={t('discard.action')}
        danger
        submit={async (body) => {
          await discard.mutateAsync(body)
          notify(t('discard.done', { title: order.title }))
          onDone?.()
        }}
      />
    </>
  )
}
