import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicNotice } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { TierMark } from '../../build/marks/TierMark.tsx'
import { PublicPage } from '../../county/door/PublicPage.tsx'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { SkeletonList } from '../../platform/ui/state/Skeleton.tsx'
import { LastDay } from '../../platform/ui/time/LastDay.tsx'
import { noticeQueries } from './notices.queries.ts'
import { ObjectForm } from './ObjectForm.tsx'
import '../../build/orders/order.css'
import '../../platform/form/form.css'
import './notices.css'

/** 项目退出公示, for everybody: what is to leave the library, why, and how to object. */
export function NoticesPage() {
  const { t } = useTranslation('retirements')
  const { countyId } = useParams({ from: '/notices/$countyId' })
  return (
    <PublicPage countyId={countyId}>
      <PageHeader title={t('notices.title')} lead={t('notices.lead')} />
      <Notices countyId={countyId} />
    </PublicPage>
  )
}

function Notices({ countyId }: { countyId: string }) {
  const { t } = useTranslation('retirements')
  const query = useQuery(noticeQueries.all(countyId))
  if (query.isPending) return <SkeletonList items={3} lines={3} />
  if (query.data === undefined) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const { items } = query.data
  if (items.length === 0)
    return (
      <EmptyState icon="check" title={t('notices.empty')}>
        {t('notices.empty.body')}
      </EmptyState>
    )
  return (
    <ul className="public-notices">
      {items.map((notice) => (
        <Notice key={notice.id} notice={notice} />
      ))}
    </ul>
  )
}

function Notice({ notice }: { notice: PublicNotice }) {
  const { t } = useTranslation('retirements')
  const { order, owner, objections } = notice
  const facts = [order.number, owner.name, t(`evidence.${notice.evidence}`)]
  return (
    <li id={notice.id} className="stack">
      <h2>
        <TierMark tier={order.tier} /> {order.title}
      </h2>
      <p className="quiet">{facts.filter(Boolean).join(' · ')}</p>
      <p className="prose order__words">{t('order.reason', { reason: notice.reason })}</p>
      <p>
        {t(notice.isOver ? 'receipt.over' : 'receipt.until')} <LastDay deadline={notice.noticeUntil} />
        {objections.raised > 0 && ` · ${t('notices.objections', objections)}`}
      </p>
      {!notice.isOver && <Object notice={notice} />}
    </li>
  )
}

function Object({ notice: { id, order } }: { notice: PublicNotice }) {
  const { t } = useTranslation('retirements')
  const [open, setOpen] = useState(false)
  if (open) return <ObjectForm id={id} onDone={() => setOpen(false)} />
  return (
    <div className="public-notices__acts">
      <ActionButton icon="note" action={act(() => setOpen(true))} label={t('notices.raiseOn', { title: order.title })}>
        {t('objections.raise')}
      </ActionButton>
    </div>
  )
}
