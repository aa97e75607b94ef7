import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { PowerWords } from '../rounds/ceremony/PowerWords.tsx'
import { RoundFacts } from '../rounds/RoundFacts.tsx'
import { useQuarter } from '../../platform/ui/time/use-quarter.ts'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'
import { PublicPage } from '../../county/door/PublicPage.tsx'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { Icon } from '../../platform/ui/mark/Icon.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { bundleAddress, resultQueries } from './results.queries.ts'
import { VerifyPanel } from './VerifyPanel.tsx'
import '../../build/orders/order.css'
import './results.css'

/** One round for everybody: what was fixed beforehand, what was drawn, and a check that runs on one's own device. */
export function ResultPage() {
  const { countyId, roundId } = useParams({ from: '/results/$countyId/$roundId' })
  const round = useQuery(resultQueries.one(countyId, roundId))
  return (
    <PublicPage countyId={countyId}>
      {round.isPending && <SkeletonPage />}
      {round.isError && <ErrorState error={round.error} level={1} onRetry={() => void round.refetch()} />}
      {round.data === null && <Gone countyId={countyId} />}
      {round.data && <Result round={round.data} countyId={countyId} />}
    </PublicPage>
  )
}

function Result({ round, countyId }: { round: RoundView; countyId: string }) {
  const { t } = useTranslation(['results', 'rounds'])
  const quarter = useQuarter()
  const over = round.state === 'closed'
  return (
    <article className="stack stack--wide">
      <PageHeader
        back={<Back countyId={countyId} />}
        title={t('one.title', { quarter: quarter(round.quarter) })}
        lead={[t(`rounds:state.${round.state}`), ...round.leadBodies].join(' · ')}
      />
      {round.abortReason !== null && <p>{t('rounds:aborted', { reason: round.abortReason })}</p>}
      {over && <Published round={round} countyId={countyId} />}
      {!over && round.abortReason === null && <p className="prose">{t('notYet')}</p>}
      <section className="order__section" aria-labelledby="result-facts">
        <h2 id="result-facts">{t('facts')}</h2>
        <RoundFacts round={round} />
      </section>
      <PowerWords power={round.power} />
    </article>
  )
}

function Published({ round, countyId }: { round: RoundView; countyId: string }) {
  const { t } = useTranslation('results')
  return (
    <>
      <p>
        {round.bulletins.length === 0 ? (
          t('bulletinToCome')
        ) : (
          <ButtonLink to="/results/$countyId/$roundId/bulletin" params={{ countyId, roundId: round.id }} icon="note">
            {t('bulletin')}
          </ButtonLink>
        )}
      </p>
      <VerifyPanel roundId={round.id} />
      <section className="order__section" aria-labelledby="result-own">
        <h2 id="result-own">{t('own.title')}</h2>
        <p className="prose">{t('own.body')}</p>
        <pre className="results__command">node verify-draw.mjs bundle.json</pre>
        <p className="row">
          <a className="btn btn--default" href={bundleAddress(round.id)} download="bundle.json">
            <Icon name="download" />
            {t('own.bundle')}
          </a>
          <a className="btn btn--default" href={bundleAddress(round.id, 'verifier')} download="verify-draw.mjs">
            <Icon name="download" />
            {t('own.verifier')}
          </a>
          <a className="btn btn--default" href={bundleAddress(round.id, 'vectors')} download="test-vectors.json">
            <Icon name="download" />
            {t('own.vectors')}
          </a>
        </p>
      </section>
    </>
  )
}

function Back({ countyId }: { countyId: string }) {
  const { t } = useTranslation('results')
  return (
    <BackLink to="/results/$countyId" params={{ countyId }}>
      {t('title')}
    </BackLink>
  )
}

function Gone({ countyId }: { countyId: string }) {
  const { t } = useTranslation('results')
  return (
    <>
      <PageHeader back={<Back countyId={countyId} />} title={t('gone')} />
      <EmptyState title={t('gone')}>{t('empty.body')}</EmptyState>
    </>
  )
}
