import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'
import { toDate } from '../../platform/ui/time/dates.ts'
import { usePhone } from '../../platform/ui/page/display.ts'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { useNow } from '../../platform/ui/time/now.ts'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { LastDay } from '../../platform/ui/time/LastDay.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { TierMark } from '../../build/marks/TierMark.tsx'
import { EvidenceWords } from './EvidenceWords.tsx'
import { Objections } from './Objections.tsx'
import { RetirementActs } from './RetirementActs.tsx'
import { RetirementStory } from './RetirementStory.tsx'
import { retirementQueries } from './retirement.queries.ts'
import { Standing } from './RetirementsPage.tsx'
import '../../build/orders/facts.css'
import '../../build/orders/order.css'
import './retirements.css'

export function RetirementPage() {
  const { id } = useParams({ from: '/signed-in/retirements/$id' })
  const retirement = useQuery(retirementQueries.one(id))
  if (retirement.isPending) return <SkeletonPage />
  if (retirement.data === undefined)
    return <ErrorState error={retirement.error} level={1} onRetry={() => void retirement.refetch()} next={<Back />} />
  return <Retirement retirement={retirement.data} />
}

function Retirement({ retirement }: { retirement: RetirementView }) {
  const { t } = useTranslation('retirements')
  const phone = usePhone()
  const me = useMe()
  const { order, owner } = retirement
  return (
    <article className="order">
      <PageHeader
        back={<Back />}
        title={t('one.title', { title: order.title })}
        actions={
          retirement.state === 'on_notice' && (
            <ButtonLink to="/notices/$countyId" params={{ countyId: me.county.id }} hash={retirement.id} icon="globe">
              {t('notices.public')}
            </ButtonLink>
          )
        }
        lead={
          <span className="order__marks">
            <TierMark tier={order.tier} />
            <span className="facts">
              <span>{order.number}</span>
              <span>{owner.name}</span>
            </span>
          </span>
        }
      />
      <Where retirement={retirement} />
      <div className="order__columns">
        <div className="order__main">
          {phone && <RetirementActs retirement={retirement} />}
          <section className="order__section" aria-labelledby="retirement-evidence">
            <h2 id="retirement-evidence">{t('evidence.title')}</h2>
            <EvidenceWords retirement={retirement} />
            <p className="prose order__words">{t('order.reason', { reason: retirement.reason })}</p>
            <p>
              <Link to="/orders/$id" params={{ id: order.id }}>
                {t('seeOrder')}
              </Link>
            </p>
          </section>
          <Objections retirement={retirement} />
          <RetirementStory retirement={retirement} />
        </div>
        <aside className="order__side">
          {!phone && <RetirementActs retirement={retirement} />}
          {retirement.successorOrderId !== null && <Successor id={retirement.successorOrderId} />}
        </aside>
      </div>
    </article>
  )
}

function Where({ retirement }: { retirement: RetirementView }) {
  const { t } = useTranslation('retirements')
  const { state, noticeUntil, undoUntil } = retirement
  const now = useNow()
  const isOver = state === 'on_notice' && noticeUntil !== null && toDate(noticeUntil) <= now
  const until = state === 'on_notice' ? noticeUntil : state === 'final' ? undoUntil : null
  return (
    <dl className="standing">
      <div>
        <dt>{t('standing.state')}</dt>
        <dd>
          <Standing row={retirement} />
        </dd>
      </div>
      <div>
        <dt>{t(state === 'final' ? 'standing.undo' : 'standing.notice')}</dt>
        <dd>
          {until === null && state !== 'on_notice' ? (
            t(state === 'proposed' ? 'standing.notice.later' : 'standing.notice.none')
          ) : (
            <LastDay deadline={until} />
          )}
        </dd>
      </div>
      <div>
        <dt>{t('standing.next')}</dt>
        <dd>{t(isOver ? 'next.notice_over' : `next.${state}`)}</dd>
      </div>
    </dl>
  )
}

function Successor({ id }: { id: string }) {
  const { t } = useTranslation('retirements')
  return (
    <section className="order__section" aria-labelledby="retirement-successor">
      <h2 id="retirement-successor">{t('successor.title')}</h2>
      <p>
        <Link to="/orders/$id" params={{ id }}>
          {t('successor.link')}
        </Link>
      </p>
    </section>
  )
}

function Back() {
  const { t } = useTranslation('retirements')
  return <BackLink to="/retirements">{t('title')}</BackLink>
}
