import { useTranslation } from 'react-i18next'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { SkeletonList } from '../../platform/ui/state/Skeleton.tsx'

interface List {
  readonly isPending: boolean
  readonly isError: boolean
  readonly error: unknown
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => unknown
  readonly refetch: () => unknown
  readonly data: { readonly pages: readonly { readonly total: number | null }[] } | undefined
}

interface Props {
  readonly name: 'waiting' | 'drafts' | 'hand'
  readonly list: List
  readonly empty: React.ReactNode
  readonly note: string
  readonly foot?: React.ReactNode
  readonly children: readonly React.ReactNode[]
}

/** One column of the desk: its name, how many, the rows, and more if there are more. */
export function Column({ name, list, empty, note, foot, children }: Props) {
  const { t } = useTranslation(['desk', 'shell'])
  const total = list.data?.pages[0]?.total ?? undefined
  return (
    <section className={`column column--${name}`} data-column={name} aria-labelledby={`column-${name}`}>
      <header className="column__head">
        <h2 id={`column-${name}`}>
          {t(`column.${name}`)}
          {total !== undefined && <span className="column__count">{total.toLocaleString('en')}</span>}
        </h2>
        <p className="quiet">{note}</p>
      </header>
      {list.isPending && <SkeletonList items={4} />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (children.length === 0 ? empty : <ul className="column__rows">{children}</ul>)}
      {list.hasNextPage && (
        <ActionButton action={{ ...act(() => void list.fetchNextPage()), isPending: list.isFetchingNextPage }} block>
          {t('shell:list.more')}
        </ActionButton>
      )}
      {foot}
    </section>
  )
}
