import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { eventKinds } from '@dj/shared/platform/event/event-kinds.ts'
import { Select, TextInput } from '../../platform/form/controls.tsx'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { ExportLink } from '../../platform/ui/button/ExportLink.tsx'
import { FilterChip } from '../../platform/ui/button/Chip.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonList } from '../../platform/ui/state/Skeleton.tsx'
import { Heads } from './Heads.tsx'
import { logQueries } from './log.queries.ts'
import { LogTable } from './LogTable.tsx'

/** Everything that happened in the county: who, what, when. */
export function LogPage() {
  const { t } = useTranslation('log')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Heads />
      <section className="log-entries" aria-labelledby="entries-title">
        <div className="log-entries__head">
          <h2 id="entries-title">{t('entries')}</h2>
          <ExportLink path="/log/export" filter={useSearch({ from: '/signed-in/log' })}>
            {t('export')}
          </ExportLink>
        </div>
        <LogFilters />
        <Entries />
      </section>
    </>
  )
}

function LogFilters() {
  const { t } = useTranslation('log')
  const search = useSearch({ from: '/signed-in/log' })
  const navigate = useNavigate()
  const go = (change: Partial<typeof search>) =>
    void navigate({ to: '/log', search: { ...search, ...change }, replace: true })
  return (
    <div className="filters">
      <label className="field">
        <span className="field__label">{t('field.kind')}</span>
        <Select
          id="log-kind"
          name="kind"
          value={search.kind ?? ''}
          onValue={(kind) => go({ kind: kind || undefined })}
          empty={t('filter.all')}
          options={eventKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
      </label>
      {(['from', 'until'] as const).map((end) => (
        <label key={end} className="field">
          <span className="field__label">{t(`filter.${end}`)}</span>
          <TextInput
            id={`log-${end}`}
            name={end}
            type="date"
            value={search[end] ?? ''}
            onValue={(day) => go({ [end]: day || undefined })}
          />
        </label>
      ))}
      <Words key={search.q} onSearch={(q) => go({ q })} initial={search.q ?? ''} />
      {search.about !== undefined && (
        <FilterChip on onChange={() => go({ about: undefined })}>
          {t('filter.about')}
        </FilterChip>
      )}
      {search.by !== undefined && (
        <FilterChip on onChange={() => go({ by: undefined })}>
          {t('filter.by')}
        </FilterChip>
      )}
    </div>
  )
}

/** Searched when sent, not at each letter: it reads every record. */
function Words({ initial, onSearch }: { initial: string; onSearch: (q: string | undefined) => void }) {
  const { t } = useTranslation('log')
  const [typed, setTyped] = useState(initial)
  return (
    <form
      className="row log-words"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(typed.trim() || undefined)
      }}
    >
      <label className="field">
        <span className="field__label">{t('filter.words')}</span>
        <TextInput id="log-q" name="q" type="search" maxLength={60} value={typed} onValue={setTyped} />
      </label>
      <ActionButton action={act(() => onSearch(typed.trim() || undefined))} submits>
        {t('filter.search')}
      </ActionButton>
    </form>
  )
}

function Entries() {
  const { t } = useTranslation(['log', 'shell'])
  const navigate = useNavigate()
  const log = useInfiniteQuery(logQueries.list(useSearch({ from: '/signed-in/log' })))
  if (log.isPending) return <SkeletonList items={10} lines={1} />
  if (log.isError) return <ErrorState error={log.error} onRetry={() => void log.refetch()} />
  const rows = log.data.pages.flatMap(({ items }) => items)
  const clear = (
    <ActionButton action={act(() => void navigate({ to: '/log', search: {} }))}>{t('shell:list.clear')}</ActionButton>
  )
  if (rows.length === 0) return <EmptyState icon="note" title={t('empty.title')} next={clear} />
  return (
    <>
      <LogTable rows={rows} />
      <footer className="list-footer">
        <output>
          {t(log.hasNextPage ? 'shell:list.shown' : 'shell:list.total', { shown: rows.length, count: rows.length })}
        </output>
        {log.hasNextPage && (
          <ActionButton
            action={{ mutate: () => void log.fetchNextPage(), isPending: log.isFetchingNextPage, error: null }}
          >
            {t('shell:list.more')}
          </ActionButton>
        )}
      </footer>
    </>
  )
}
