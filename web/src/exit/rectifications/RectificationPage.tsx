import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { usePhone } from '../../platform/ui/page/display.ts'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { PrintButton } from '../../platform/ui/button/PrintButton.tsx'
import { LastDay } from '../../platform/ui/time/LastDay.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { NudgedNote } from './NudgedNote.tsx'
import { NoticePaper } from './NoticePaper.tsx'
import { RectificationActs } from './RectificationActs.tsx'
import { RectificationItem } from './RectificationItem.tsx'
import { rectificationQueries } from './rectification.queries.ts'
import { StateWord } from './RectificationsPage.tsx'
import { ReinspectForm } from './ReinspectForm.tsx'
import '../../build/orders/facts.css'
import '../../build/orders/order.css'
import './rectifications.css'

export function RectificationPage() {
  const { id } = useParams({ from: '/signed-in/rectifications/$id' })
  const notice = useQuery(rectificationQueries.one(id))
  if (notice.isPending) return <SkeletonPage />
  if (notice.data === undefined)
    return <ErrorState error={notice.error} level={1} onRetry={() => void notice.refetch()} next={<Back />} />
  return <Notice notice={notice.data} />
}

function Notice({ notice }: { notice: RectificationView }) {
  const { t } = useTranslation('rectifications')
  const phone = usePhone()
  return (
    <article className="order rectification">
      <PageHeader
        back={<Back />}
        title={notice.order.title}
        lead={
          <span className="facts">
            <span>{notice.number}</span>
            <span>{t(`cause.${notice.cause}`)}</span>
            <span>{notice.owner.name}</span>
          </span>
        }
        actions={<PrintButton>{t('print')}</PrintButton>}
      />
      <Standing notice={notice} />
      <div className="order__columns">
        <div className="order__main">
          {phone && <RectificationActs notice={notice} />}
          <Items notice={notice} />
          {notice.decision !== null && <Outcome notice={notice} />}
          {notice.may.reinspect && <ReinspectForm notice={notice} />}
        </div>
        <aside className="order__side">{!phone && <RectificationActs notice={notice} />}</aside>
      </div>
      <NoticePaper notice={notice} />
    </article>
  )
}

function Standing({ notice }: { notice: RectificationView }) {
  const { t } = useTranslation('rectifications')
  return (
    <dl className="standing">
      <div>
        <dt>{t('standing.who')}</dt>
        <dd>
          {notice.responsible?.alias ?? t('nobody')}
          {notice.nudges !== null && <NudgedNote nudges={notice.nudges} />}
        </dd>
      </div>
      <div>
        <dt>{t('standing.until')}</dt>
        <dd>
          <StateWord row={notice} />
          <span className="quiet">
            <LastDay deadline={notice.deadlineAt} />
            {notice.extended && t('standing.extended')}
          </span>
        </dd>
      </div>
      <div>
        <dt>{t('standing.next')}</dt>
        <dd>{t(`next.${notice.state}`)}</dd>
        {notice.light === 'red' && notice.failsAt !== null && (
          <dd>
            {t('next.fails')} <LastDay deadline={notice.failsAt} />
          </dd>
        )}
      </div>
    </dl>
  )
}

function Items({ notice }: { notice: RectificationView }) {
  const { t } = useTranslation('rectifications')
  const answered = notice.items.filter(({ done }) => done !== null).length
  return (
    <section className="order__section" aria-labelledby="rectification-items">
      <h2 id="rectification-items">{t('items.title', { answered, total: notice.items.length })}</h2>
      <ol className="rectification__items">
        {notice.items.map((item) => (
          <RectificationItem key={item.item} notice={notice} item={item} />
        ))}
      </ol>
      <p>
        <Link to="/orders/$id" params={{ id: notice.order.id }}>
          {t('seeOrder')}
        </Link>
      </p>
    </section>
  )
}

function Outcome({ notice }: { notice: RectificationView }) {
  const { t } = useTranslation('rectifications')
  return (
    <section className="order__section" aria-labelledby="rectification-outcome">
      <h2 id="rectification-outcome">{t('outcome.title')}</h2>
      <p>
        <strong>{t(`state.${notice.state}`)}</strong>
      </p>
      <p className="prose order__words">{notice.decision}</p>
      <p className="quiet facts">
        {notice.reinspector !== null && <span>{notice.reinspector.alias}</span>}
        {notice.decidedAt !== null && (
          <span>
            <DateText value={notice.decidedAt} time />
          </span>
        )}
      </p>
    </section>
  )
}

function Back() {
  const { t } = useTranslation('rectifications')
  return <BackLink to="/rectifications">{t('title')}</BackLink>
}
