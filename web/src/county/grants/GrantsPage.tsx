import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GrantView } from '@dj/shared/county/people/people.schema.ts'
import { mayDo } from '../session/me.ts'
import { useMe } from '../session/session.queries.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { ListFooter } from '../../platform/ui/table/ListFooter.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonList } from '../../platform/ui/state/Skeleton.tsx'
import { EndGrantDialog } from './EndGrantDialog.tsx'
import { GiveGrantSheet } from './GiveGrantSheet.tsx'
import { GrantFilters } from './GrantFilters.tsx'
import { grantQueries } from './grants.queries.ts'
import { GrantTable } from './GrantTable.tsx'

/** Who holds which role where, since when and until when. */
export function GrantsPage() {
  const { t } = useTranslation('grants')
  const may = mayDo(useMe(), 'grant.give')
  const [giving, setGiving] = useState(false)
  const [ending, setEnding] = useState<GrantView>()
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <ActionButton
            action={act(() => setGiving(true))}
            kind="primary"
            icon="plus"
            {...(!may && { disabledReason: t('give.who') })}
          >
            {t('give')}
          </ActionButton>
        }
      />
      <GrantFilters />
      <Grants onEnd={may ? setEnding : undefined} />
      <GiveGrantSheet open={giving} onClose={() => setGiving(false)} />
      <EndGrantDialog key={ending?.id} grant={ending} onClose={() => setEnding(undefined)} />
    </>
  )
}

function Grants({ onEnd }: { onEnd: ((grant: GrantView) => void) | undefined }) {
  const { t } = useTranslation(['grants', 'shell'])
  const { all, who: _who, ...filter } = useSearch({ from: '/signed-in/grants' })
  const navigate = useNavigate()
  const grants = useInfiniteQuery(grantQueries.list({ ...filter, live: all === true ? undefined : true }))
  if (grants.isPending) return <SkeletonList items={8} lines={2} />
  if (grants.isError) return <ErrorState error={grants.error} onRetry={() => void grants.refetch()} />
  const rows = grants.data.pages.flatMap(({ items }) => items)
  const clear = (
    <ActionButton action={act(() => void navigate({ to: '/grants', search: {} }))}>
      {t('shell:list.clear')}
    </ActionButton>
  )
  if (rows.length === 0) {
    return (
      <EmptyState icon="key" title={t('empty.title')} next={clear}>
        {t('empty.body')}
      </EmptyState>
    )
  }
  return (
    <>
      <GrantTable rows={rows} onEnd={onEnd} />
      <ListFooter
        total={grants.data.pages[0]?.total ?? rows.length}
        shown={rows.length}
        onMore={grants.hasNextPage ? () => void grants.fetchNextPage() : undefined}
        isLoading={grants.isFetchingNextPage}
      />
    </>
  )
}
