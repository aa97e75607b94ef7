import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { ApiProblem } from '../../platform/api/problem.ts'
import { roundQueries } from '../rounds/rounds.queries.ts'
import { mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { RoundLink } from './RoundLink.tsx'
import { SlipDesk } from './batch/SlipDesk.tsx'
import { slipQueries } from './slips.queries.ts'

/** 补录纸质检查单: what inspectors wrote on paper is typed in, many at a time. */
export function SlipsPage() {
  const { t } = useTranslation('slips')
  const { round } = useSearch({ from: '/signed-in/inspections/slips' })
  if (!mayDo(useMe(), 'finding.enter_slip'))
    return (
      <>
        <PageHeader title={t('entry.title')} />
        <ErrorState error={new ApiProblem({ status: 403, code: 'auth.forbidden' })} who={t('entry.who')} />
      </>
    )
  return round === undefined ? <RunningRound /> : <GivenRound id={round} />
}

/** Without a round in the address it is the one that runs. */
function RunningRound() {
  const { t } = useTranslation('slips')
  const rounds = useInfiniteQuery(roundQueries.list())
  if (rounds.isPending) return <SkeletonPage />
  if (rounds.data === undefined)
    return <ErrorState error={rounds.error} level={1} onRetry={() => void rounds.refetch()} />
  const running = rounds.data.pages
    .flatMap(({ items }) => items)
    .find(({ state }) => state === 'running' || state === 'closing')
  if (running !== undefined) return <Ready round={running} />
  return (
    <>
      <PageHeader title={t('entry.title')} />
      <EmptyState title={t('noRound.title')} next={<ButtonLink to="/rounds">{t('noRound.next')}</ButtonLink>}>
        {t('noRound.body')}
      </EmptyState>
    </>
  )
}

function GivenRound({ id }: { id: string }) {
  const round = useQuery(roundQueries.one(id))
  if (round.isPending) return <SkeletonPage />
  if (round.data === undefined) return <ErrorState error={round.error} level={1} onRetry={() => void round.refetch()} />
  return <Ready round={round.data} />
}

function Ready({ round }: { round: RoundView }) {
  const { t } = useTranslation('slips')
  const checklist = useQuery(slipQueries.checklist())
  if (checklist.isPending) return <SkeletonPage />
  if (checklist.data === undefined)
    return <ErrorState error={checklist.error} level={1} onRetry={() => void checklist.refetch()} />
  return (
    <>
      <PageHeader
        back={<RoundLink id={round.id} quarter={round.quarter} />}
        title={t('entry.title')}
        lead={t('entry.lead')}
        actions={
          <ButtonLink to="/inspections/slips/print" search={{ round: round.id }} icon="print">
            {t('print.link')}
          </ButtonLink>
        }
      />
      <SlipDesk key={round.id} round={round} checklist={checklist.data} />
    </>
  )
}
