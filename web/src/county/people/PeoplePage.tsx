import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '@dj/shared/county/people/people.schema.ts'
import { mayDo } from '../session/me.ts'
import { useMe } from '../session/session.queries.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { ListFooter } from '../../platform/ui/table/ListFooter.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonList } from '../../platform/ui/state/Skeleton.tsx'
import { AddPersonSheet } from './AddPersonSheet.tsx'
import { EditPersonSheet } from './EditPersonSheet.tsx'
import { PeopleFilters } from './PeopleFilters.tsx'
import { peopleQueries } from './people.queries.ts'
import { PeopleTable } from './PeopleTable.tsx'

/** Accounts: who is here, since when suspended, and what the system administrator does about it. */
export function PeoplePage() {
  const { t } = useTranslation('people')
  const me = useMe()
  const may = mayDo(me, 'person.add')
  const [adding, setAdding] = useState(false)
  const [edited, setEdited] = useState<PersonView>()
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <ActionButton
            action={act(() => setAdding(true))}
            kind="primary"
            icon="plus"
            {...(!may && { disabledReason: t('add.who') })}
          >
            {t('add')}
          </ActionButton>
        }
      />
      <PeopleFilters />
      <People onEdit={mayDo(me, 'person.edit', 'account.ask_reset') ? setEdited : undefined} />
      <AddPersonSheet open={adding} onClose={() => setAdding(false)} />
      <EditPersonSheet key={edited?.id} person={edited} onChange={setEdited} />
    </>
  )
}

function People({ onEdit }: { onEdit: ((person: PersonView) => void) | undefined }) {
  const { t } = useTranslation(['people', 'shell'])
  const filter = useSearch({ from: '/signed-in/people' })
  const navigate = useNavigate()
  const people = useInfiniteQuery(peopleQueries.list(filter))
  if (people.isPending) return <SkeletonList items={8} lines={2} />
  if (people.isError) return <ErrorState error={people.error} onRetry={() => void people.refetch()} />
  const rows = people.data.pages.flatMap(({ items }) => items)
  const clear = (
    <ActionButton action={act(() => void navigate({ to: '/people', search: {} }))}>
      {t('shell:list.clear')}
    </ActionButton>
  )
  if (rows.length === 0) {
    return (
      <EmptyState icon="people" title={t('empty.title')} next={clear}>
        {t('empty.body')}
      </EmptyState>
    )
  }
  return (
    <>
      <PeopleTable rows={rows} onEdit={onEdit} />
      <ListFooter
        total={people.data.pages[0]?.total ?? rows.length}
        shown={rows.length}
        onMore={people.hasNextPage ? () => void people.fetchNextPage() : undefined}
        isLoading={people.isFetchingNextPage}
      />
    </>
  )
}
