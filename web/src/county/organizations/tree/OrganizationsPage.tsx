import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox, TextInput } from '../../../platform/form/controls.tsx'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { PageHeader } from '../../../platform/ui/page/PageHeader.tsx'
import { EmptyState } from '../../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../../platform/ui/state/ErrorState.tsx'
import { SkeletonList } from '../../../platform/ui/state/Skeleton.tsx'
import { mayDo } from '../../session/me.ts'
import { useMe } from '../../session/session.queries.ts'
import { AddSheet } from './AddSheet.tsx'
import { Branch, NodeRow } from './Branch.tsx'
import { OrganizationSheet } from './OrganizationSheet.tsx'
import { treeQueries } from './tree.queries.ts'
import '../../../platform/ui/table/data-table.css'
import './tree.css'

/** The county's tree: found by name or initials, opened level by level, kept by whoever may. */
export function OrganizationsPage() {
  const { t } = useTranslation('tree')
  const { q, closed = false, id } = useSearch({ from: '/signed-in/organizations' })
  const navigate = useNavigate()
  const [adding, setAdding] = useState(false)
  const may = mayDo(useMe(), 'organization.add')
  const show = (next: string | undefined) =>
    void navigate({ to: '/organizations', search: (before) => ({ ...before, id: next }), replace: true })
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
            {...(!may && { disabledReason: t('who') })}
          >
            {t('add')}
          </ActionButton>
        }
      />
      <Filters />
      {q === undefined ? <Whole closed={closed} onShow={show} /> : <Found q={q} closed={closed} onShow={show} />}
      <AddSheet open={adding} onClose={() => setAdding(false)} onAdded={show} />
      <OrganizationSheet key={id} id={id} onShow={show} />
    </>
  )
}

function Filters() {
  const { t } = useTranslation('tree')
  const search = useSearch({ from: '/signed-in/organizations' })
  const navigate = useNavigate()
  const [q, setQ] = useState(search.q ?? '')
  const go = (change: Partial<typeof search>) =>
    void navigate({ to: '/organizations', search: { ...search, ...change }, replace: true })
  const find = () => go({ q: q.trim() || undefined })
  return (
    <search>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault()
          find()
        }}
      >
        <label className="field">
          <span className="field__label">{t('search.label')}</span>
          <TextInput id="tree-q" name="q" type="search" value={q} onValue={setQ} placeholder={t('search.hint')} />
        </label>
        <ActionButton action={act(find)} icon="search" submits>
          {t('search.go')}
        </ActionButton>
        <Checkbox checked={search.closed === true} onChecked={(on) => go({ closed: on || undefined })}>
          {t('search.closed')}
        </Checkbox>
      </form>
    </search>
  )
}

interface ListProps {
  readonly closed: boolean
  readonly onShow: (id: string) => void
}

function Whole({ closed, onShow }: ListProps) {
  const list = useInfiniteQuery(treeQueries.list({ closed }))
  if (list.isPending) return <SkeletonList items={8} lines={1} />
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  return (
    <ul className="tree">
      {list.data.pages.flatMap(({ items }) =>
        items.map((node) => <Branch key={node.id} node={node} closed={closed} onShow={onShow} open />),
      )}
    </ul>
  )
}

function Found({ q, closed, onShow }: ListProps & { q: string }) {
  const { t } = useTranslation(['tree', 'shell'])
  const navigate = useNavigate()
  const list = useInfiniteQuery(treeQueries.list({ q, closed }))
  if (list.isPending) return <SkeletonList items={6} lines={1} />
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  const found = list.data.pages.flatMap(({ items }) => items)
  const whole = (
    <ActionButton action={act(() => void navigate({ to: '/organizations', search: {} }))}>
      {t('shell:list.clear')}
    </ActionButton>
  )
  if (found.length === 0) {
    return (
      <EmptyState icon="building" title={t('empty.title')} next={whole}>
        {t('empty.body')}
      </EmptyState>
    )
  }
  return (
    <>
      <ul className="tree">
        {found.map((node) => (
          <li key={node.id}>
            <NodeRow node={node} place onShow={onShow} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <ActionButton action={{ ...act(() => void list.fetchNextPage()), isPending: list.isFetchingNextPage }}>
          {t('more')}
        </ActionButton>
      )}
    </>
  )
}
