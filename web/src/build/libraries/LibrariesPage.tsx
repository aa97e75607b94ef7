import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CalendarLink } from '../../county/calendar/CalendarLink.tsx'
import type { LibrariesView } from '@dj/shared/build/order/order.schema.ts'
import { hasRole } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { PrintButton } from '../../platform/ui/button/PrintButton.tsx'
import { SkeletonList } from '../../platform/ui/state/Skeleton.tsx'
import { LibrariesBar } from './LibrariesBar.tsx'
import { LibrariesTable } from './LibrariesTable.tsx'
import { libraryQueries } from './libraries.queries.ts'
import { ProjectorSwitch, useProjector } from './projector.tsx'
import './libraries.css'

/** 县级总览: one row per library, every number a way to its rows. */
export function LibrariesPage() {
  const { t } = useTranslation('libraries')
  const scope = useScope()
  useProjector()
  const libraries = useQuery({ ...libraryQueries.all({ under: scope.id }), placeholderData: keepPreviousData })
  return (
    <div className="libraries">
      <PageHeader
        title={t('title')}
        lead={<Lead name={scope.name} asOf={libraries.data?.asOf} />}
        actions={
          <>
            <ProjectorSwitch />
            <PrintButton>{t('print')}</PrintButton>
          </>
        }
      />
      <LibrariesBar />
      {libraries.isPending && <SkeletonList items={8} lines={1} />}
      {libraries.isError && <ErrorState error={libraries.error} onRetry={() => void libraries.refetch()} />}
      {libraries.isSuccess && <Content view={libraries.data} under={scope.id} />}
    </div>
  )
}

function Content({ view, under }: { view: LibrariesView; under: string | undefined }) {
  const { t } = useTranslation('libraries')
  const { tier, sort = 'name' } = useSearch({ from: '/signed-in/libraries' })
  const shown = view.libraries.filter((library) => tier === undefined || library.tier === tier)
  const tiers = view.tiers.filter((total) => tier === undefined || total.tier === tier)
  if (shown.length === 0)
    return (
      <EmptyState icon="library" title={t('empty')}>
        {t('empty.why')}
      </EmptyState>
    )
  return (
    <>
      {view.calendarMissing !== null && (
        <p className="quiet">
          {t('calendarMissing', { year: view.calendarMissing })} <CalendarLink year={view.calendarMissing} />
        </p>
      )}
      <LibrariesTable tiers={tiers} libraries={shown} sort={sort} under={under} />
    </>
  )
}

/** A town organizer sees the own subtree, the county everything or the place chosen. */
function useScope(): { id: string | undefined; name: string } {
  const me = useMe()
  const { under } = useSearch({ from: '/signed-in/libraries' })
  const town = me.roles.find(({ role }) => role === 'town_organizer')
  if (hasRole(me, 'county_organizer') || town === undefined) return { id: under, name: me.county.name }
  return { id: town.organizationId, name: town.organizationName }
}

function Lead({ name, asOf }: { name: string; asOf: string | undefined }) {
  const { t } = useTranslation('libraries')
  return (
    <>
      {name}
      {asOf !== undefined && (
        <>
          {' · '}
          {t('asOf')} <DateText value={asOf} time />
        </>
      )}
    </>
  )
}
