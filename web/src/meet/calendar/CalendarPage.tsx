import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarView, DayRule } from '@dj/shared/county/calendar/calendar.schema.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { PrintButton } from '../../platform/ui/button/PrintButton.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { useNow } from '../../platform/ui/time/now.ts'
import { calendarQueries } from './calendar.queries.ts'
import { ChangeSheet, type Changing } from './change/ChangeSheet.tsx'
import { History } from './History.tsx'
import { YearGrid } from './YearGrid.tsx'
import { YearSteps } from './YearSteps.tsx'
import './calendar.css'

/** 工作日历: a year's working days, for everybody to read and for the county's organizers to bring in and put right. */
export function CalendarPage() {
  const { t } = useTranslation('calendar')
  const thisYear = Number(civilDateOf(useNow()).slice(0, 4))
  const { year = thisYear } = useSearch({ from: '/signed-in/calendar' })
  const calendar = useQuery(calendarQueries.ofYear(year))
  const may = mayDo(useMe(), 'calendar.change')
  const [changing, setChanging] = useState<Changing | null>(null)
  return (
    <div className="calendar">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {may && <Enter source="notice" onEnter={setChanging} />}
            {may && <Enter source="list" onEnter={setChanging} />}
            {calendar.data?.missing === false && <PrintButton>{t('print')}</PrintButton>}
          </>
        }
      />
      <YearSteps year={year} />
      {calendar.isPending && <SkeletonPage />}
      {calendar.isError && <ErrorState error={calendar.error} onRetry={() => void calendar.refetch()} />}
      {calendar.isSuccess && (
        <>
          <Year view={calendar.data} onPick={may ? (rule) => setChanging({ source: 'correction', rule }) : undefined} />
          <History changes={calendar.data.changes} />
        </>
      )}
      {may && <ChangeSheet key={year} year={year} changing={changing} onClose={() => setChanging(null)} />}
    </div>
  )
}

function Enter({ source, onEnter }: { source: 'notice' | 'list'; onEnter: (changing: Changing) => void }) {
  const { t } = useTranslation('calendar')
  return (
    <ActionButton kind={source === 'notice' ? 'primary' : 'default'} action={act(() => onEnter({ source }))}>
      {t(`enter.${source}`)}
    </ActionButton>
  )
}

function Year({ view, onPick }: { view: CalendarView; onPick: ((rule: DayRule) => void) | undefined }) {
  const { t } = useTranslation('calendar')
  if (!view.missing) return <YearGrid days={view.days} onPick={onPick} />
  return (
    <EmptyState icon="calendar" title={t('missing.title', { year: view.year })}>
      <p>{t('missing.why')}</p>
      <p>{t(onPick === undefined ? 'missing.who' : 'missing.next')}</p>
    </EmptyState>
  )
}
