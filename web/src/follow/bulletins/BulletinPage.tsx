import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BulletinView } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import { isProblem } from '../../platform/api/problem.ts'
import { resultQueries } from '../results/results.queries.ts'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'
import { PublicPage } from '../../county/door/PublicPage.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { Icon } from '../../platform/ui/mark/Icon.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { PrintButton } from '../../platform/ui/button/PrintButton.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { BulletinPaper } from './BulletinPaper.tsx'
import { BulletinVersions, Corrected } from './BulletinVersions.tsx'
import { bulletinQueries, fileAddress, type Which } from './bulletins.queries.ts'
import { PublishAct } from './PublishAct.tsx'
import './bulletin.css'

/** The 通报 of a round: for everybody once it is published, before that as a draft for the leads of the county. */
export function BulletinPage() {
  const { countyId, roundId } = useParams({ from: '/results/$countyId/$roundId/bulletin' })
  const which = useSearch({ from: '/results/$countyId/$roundId/bulletin' })
  const bulletin = useQuery(bulletinQueries.one(roundId, which))
  const none = isProblem(bulletin.error) && bulletin.error.code === 'round.not_published'
  return (
    <PublicPage countyId={countyId}>
      {bulletin.isPending && <SkeletonPage />}
      {none && <NotYet />}
      {bulletin.isError && !none && (
        <ErrorState error={bulletin.error} level={1} onRetry={() => void bulletin.refetch()} next={<Back />} />
      )}
      {bulletin.data !== undefined && <Shown bulletin={bulletin.data} which={which} />}
    </PublicPage>
  )
}

function Shown({ bulletin, which }: { bulletin: BulletinView; which: Which }) {
  const { t } = useTranslation('bulletins')
  const { roundId, state, version } = bulletin
  const { countyId } = useParams({ from: '/results/$countyId/$roundId/bulletin' })
  const published = useQuery(resultQueries.one(countyId, roundId)).data?.bulletins ?? []
  const shown = state === 'published' ? version : undefined
  return (
    <div className="bulletin">
      <div className="bulletin__top">
        <Back />
        <div className="row">
          <PrintButton>{t('print')}</PrintButton>
          <Download href={fileAddress(roundId, 'docx', which)} name={`${bulletin.body.title}.docx`} words={t('docx')} />
          <Download href={fileAddress(roundId, 'html', which)} name={`${bulletin.body.title}.html`} words={t('html')} />
        </div>
      </div>
      {state === 'draft' && <PublishAct bulletin={bulletin} />}
      <Corrected shown={shown} published={published} />
      <BulletinPaper bulletin={bulletin} />
      <BulletinVersions shown={shown} published={published} />
    </div>
  )
}

function Download({ href, name, words }: { href: string; name: string; words: string }) {
  return (
    <a className="btn btn--default" href={href} download={name}>
      <Icon name="download" />
      {words}
    </a>
  )
}

function Back() {
  const { t } = useTranslation('bulletins')
  const params = useParams({ from: '/results/$countyId/$roundId/bulletin' })
  return (
    <BackLink to="/results/$countyId/$roundId" params={params}>
      {t('back')}
    </BackLink>
  )
}

function NotYet() {
  const { t } = useTranslation('bulletins')
  return (
    <>
      <PageHeader back={<Back />} title={t('none.title')} />
      <EmptyState icon="note" title={t('none.title')}>
        {t('none.body')}
      </EmptyState>
    </>
  )
}
