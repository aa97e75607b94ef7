import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { orderQueries } from '../../build/orders/orders.queries.ts'
import { OrderTimeline } from '../order/OrderTimeline.tsx'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { Chip } from '../../platform/ui/button/Chip.tsx'
import { usePhone } from '../../platform/ui/page/display.ts'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { TierMark } from '../../build/marks/TierMark.tsx'
import { ClaimActions, ClaimBar, hasClaimBar } from '../../claim/claims/ClaimActions.tsx'
import { ClaimSheets } from '../../claim/claims/sheets/ClaimSheets.tsx'
import { claimQueries } from '../../claim/claims/claims.queries.ts'
import { Clock } from '../../claim/claims/mine/Clock.tsx'
import { NextStep } from '../../claim/claims/mine/NextStep.tsx'
import { Participants } from '../../claim/claims/Participants.tsx'
import { Participation } from '../../claim/claims/Participation.tsx'
import { Talks } from '../../claim/talks/Talks.tsx'
import { ShareBar } from '../../claim/claims/mine/ShareBar.tsx'
import '../../build/orders/facts.css'
import '../../build/orders/order.css'
import '../../claim/claims/claims.css'

export function ClaimPage() {
  const { id } = useParams({ from: '/signed-in/claims/$id' })
  const claim = useQuery(claimQueries.one(id))
  if (claim.isPending) return <SkeletonPage />
  if (claim.data === undefined) {
    return <ErrorState error={claim.error} level={1} onRetry={() => void claim.refetch()} next={<Back />} />
  }
  return claim.data === null ? <Gone /> : <Claim claim={claim.data} />
}

function Claim({ claim }: { claim: ClaimView }) {
  const phone = usePhone()
  const bar = phone && claim.mine && hasClaimBar(claim)
  return (
    <article className="order">
      <Head claim={claim} />
      <Standing claim={claim} />
      <div className="order__columns">
        <div className="order__main">
          <Participation claim={claim} />
          {phone && claim.mine && <ClaimActions claim={claim} />}
          <Talks orderId={claim.order.id} claimId={claim.id} />
          <Task claim={claim} />
        </div>
        <aside className="order__side">
          {!phone && claim.mine && <ClaimActions claim={claim} />}
          <Participants claim={claim} />
        </aside>
      </div>
      {bar && <ClaimBar claim={claim} />}
      {claim.mine && <ClaimSheets claim={claim} />}
    </article>
  )
}

function Head({ claim }: { claim: ClaimView }) {
  const { t } = useTranslation(['claims', 'domain'])
  return (
    <PageHeader
      back={<Back />}
      title={claim.order.title}
      lead={
        <span className="order__marks">
          <TierMark tier={claim.order.tier} />
          <Chip>{t(`domain:claimState.${claim.state}`)}</Chip>
          <span className="facts">
            <span>{claim.order.number}</span>
            <span>{claim.order.ownerName}</span>
          </span>
        </span>
      }
    />
  )
}

function Standing({ claim }: { claim: ClaimView }) {
  const { t } = useTranslation('claims')
  return (
    <dl className="standing">
      <div>
        <dt>{t('standing.who')}</dt>
        <dd>{claim.claimant}</dd>
      </div>
      <div>
        <dt>{t(claim.endedAt === null ? 'standing.until' : 'endedAt')}</dt>
        <dd>
          {claim.deadline !== null && <Clock deadline={claim.deadline} light={claim.light} />}
          {claim.endedAt !== null && <DateText value={claim.endedAt} />}
          {claim.share !== null && <ShareBar share={claim.share} />}
        </dd>
      </div>
      <div>
        <dt>{t('standing.next')}</dt>
        <dd>
          <NextStep claim={claim} />
        </dd>
      </div>
    </dl>
  )
}

/** What was promised, and everything that happened since. */
function Task({ claim }: { claim: ClaimView }) {
  const { t } = useTranslation(['claims', 'orders'])
  const order = useQuery(orderQueries.one(claim.order.id))
  if (order.data === undefined) return <SkeletonPage />
  return (
    <>
      <section className="order__section" aria-labelledby="claim-acceptance">
        <h2 id="claim-acceptance">{t('orders:acceptance.title')}</h2>
        <p className="prose order__words">{order.data.acceptance}</p>
        <p>
          <Link to="/orders/$id" params={{ id: claim.order.id }}>
            {t('seeOrder')}
          </Link>
        </p>
      </section>
      <OrderTimeline order={order.data} />
    </>
  )
}

function Back() {
  const { t } = useTranslation('claims')
  return <BackLink to="/claims">{t('title')}</BackLink>
}

function Gone() {
  const { t } = useTranslation('claims')
  return (
    <>
      <PageHeader back={<Back />} title={t('gone.title')} />
      <EmptyState icon="search" title={t('gone.why')} next={<ButtonLink to="/claims">{t('gone.next')}</ButtonLink>}>
        {t('gone.body')}
      </EmptyState>
    </>
  )
}
