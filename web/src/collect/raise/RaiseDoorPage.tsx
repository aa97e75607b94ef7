import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CountyView } from '@dj/shared/county/organization/county.schema.ts'
import { countyQueries } from '../../county/door/county.queries.ts'
import { HotlineLink } from '../../county/door/HotlineLink.tsx'
import { PublicPage } from '../../county/door/PublicPage.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'

/** Which county's form: asked only where there are several. */
export function RaiseDoorPage() {
  const counties = useQuery(countyQueries.all())
  return (
    <PublicPage>
      <div className="plain">
        {counties.isPending && <SkeletonPage />}
        {counties.isError && <ErrorState error={counties.error} level={1} onRetry={() => void counties.refetch()} />}
        {counties.isSuccess && <Choice counties={counties.data} />}
      </div>
    </PublicPage>
  )
}

function Choice({ counties }: { counties: readonly CountyView[] }) {
  const { t } = useTranslation('door')
  const [first, ...others] = counties
  if (first === undefined) return <EmptyState title={t('none.title')}>{t('none.body')}</EmptyState>
  if (others.length === 0) return <Navigate to="/raise/$countyId" params={{ countyId: first.id }} replace />
  return (
    <>
      <PageHeader title={t('choose.title')} lead={t('choose.lead')} />
      <ul className="counties">
        {counties.map(({ id, name, hotline }) => (
          <li key={id}>
            <Link to="/raise/$countyId" params={{ countyId: id }}>
              {name}
            </Link>
            {hotline !== null && <HotlineLink hotline={hotline} />}
          </li>
        ))}
      </ul>
    </>
  )
}
