import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CountyView } from '@dj/shared/county/organization/county.schema.ts'
import { countyQueries } from '../../county/door/county.queries.ts'
import { mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { ApiProblem } from '../../platform/api/problem.ts'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { CopyButton } from '../../platform/ui/button/CopyButton.tsx'
import { PrintButton } from '../../platform/ui/button/PrintButton.tsx'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { PosterForm } from './PosterForm.tsx'
import { leadsNowhere, posterAddress } from './poster-link.ts'
import { PosterPaper } from './PosterPaper.tsx'
import { usePoster } from './use-poster.ts'
import '../../platform/form/form.css'
import './poster.css'

/** 张贴征集二维码: the open form's link and a sheet to put up, for the county, a town or one organization. */
export function PosterPage() {
  const { t } = useTranslation(['poster', 'shell'])
  const me = useMe()
  const counties = useQuery(countyQueries.all())
  const county = counties.data?.find(({ id }) => id === me.county.id)
  if (!mayDo(me, 'need.raise_for_others'))
    return <ErrorState error={new ApiProblem({ status: 403, code: 'auth.forbidden' })} level={1} />
  if (counties.isPending) return <SkeletonPage />
  if (county === undefined)
    return <ErrorState error={counties.error} level={1} onRetry={() => void counties.refetch()} />
  return (
    <div className="poster-page">
      <title>{`${t('title')} · ${t('shell:product.name')}`}</title>
      <PageHeader back={<BackLink to="/needs">{t('back')}</BackLink>} title={t('title')} lead={t('lead')} />
      <Poster county={county} />
    </div>
  )
}

function Poster({ county }: { county: CountyView }) {
  const { t } = useTranslation('poster')
  const poster = usePoster(county)
  const { chosen, link, desk, isWhole } = poster
  const address = posterAddress(county, link)
  return (
    <div className="poster-page__columns">
      <div className="poster-page__choice stack stack--wide">
        <PosterForm poster={poster} />
        {leadsNowhere(address) && <p role="alert">{t('leadsNowhere')}</p>}
        {county.hotline === null && <p className="quiet">{t('noHotline')}</p>}
        {isWhole && (
          <>
            <div className="stack">
              <h2>{t('link')}</h2>
              <p className="poster-page__link">{address}</p>
            </div>
            <div className="row">
              <PrintButton>{t('print')}</PrintButton>
              <CopyButton text={address}>{t('link.copy')}</CopyButton>
              <ButtonLink to="/raise/$countyId" params={{ countyId: county.id }} search={link} icon="eye">
                {t('open')}
              </ButtonLink>
            </div>
          </>
        )}
      </div>
      {isWhole ? (
        <PosterPaper county={county} address={address} desk={desk} size={chosen.size} />
      ) : (
        <p className="quiet">{t('choose')}</p>
      )}
    </div>
  )
}
