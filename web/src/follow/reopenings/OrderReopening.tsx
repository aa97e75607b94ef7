import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import type { ReopeningView } from '@dj/shared/follow/reopening/reopening.schema.ts'
import { mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { Chip } from '../../platform/ui/button/Chip.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { ReopeningActs } from './ReopeningActs.tsx'
import { reopeningQueries } from './reopening.queries.ts'

/** 办结复核: what an inspection holds against a completion, who decides, and what was decided. Nothing where nobody has asked. */
export function OrderReopening({ order }: { order: OrderView }) {
  const isSeen = mayDo(useMe(), 'reopening.list') && order.feedback !== null
  const { data } = useQuery({ ...reopeningQueries.of(order.id), enabled: isSeen })
  const newest = data?.items[0]
  if (newest === undefined) return null
  return <Reopening reopening={newest} order={order} />
}

function Reopening({ reopening, order }: { reopening: ReopeningView; order: OrderView }) {
  const { t } = useTranslation('reopenings')
  const { state, asked, reason, proposedBy, proposedAt, secondPoor } = reopening
  return (
    <section className="order__section" aria-labelledby="order-reopening">
      <span className="row">
        <h2 id="order-reopening">{t('title')}</h2>
        <Chip>{t(`state.${state}`)}</Chip>
      </span>
      <p className="prose">{t(secondPoor ? 'asked.secondPoor' : `asked.${asked}`)}</p>
      <p className="prose order__words">{t('reason', { reason })}</p>
      <span className="facts quiet">
        <span>{t('by', { who: proposedBy ?? t('byRule') })}</span>
        <DateText value={proposedAt} />
      </span>
      {state === 'proposed' ? (
        <>
          <p className="prose">{t(order.tier === 'C' ? 'waits.town' : 'waits.county')}</p>
          <ReopeningActs reopening={reopening} />
        </>
      ) : (
        <Decided reopening={reopening} order={order} />
      )}
    </section>
  )
}

function Decided({ reopening, order }: { reopening: ReopeningView; order: OrderView }) {
  const { t } = useTranslation('reopenings')
  const { state, decidedBy, decidedAt, decisionReason } = reopening
  if (state === 'proposed' || state === 'withdrawn') return null
  return (
    <>
      <p className="prose">{t(state === 'kept' ? 'decided.kept' : 'decided.opened', { cycle: order.cycle })}</p>
      {decisionReason !== null && (
        <p className="prose order__words">{t('decided.reason', { reason: decisionReason })}</p>
      )}
      <span className="facts quiet">
        {decidedBy !== null && <span>{t('decided.by', { who: decidedBy })}</span>}
        {decidedAt !== null && <DateText value={decidedAt} />}
      </span>
    </>
  )
}
