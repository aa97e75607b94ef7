import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../platform/ui/state/EmptyState.tsx'
import { Column } from '../Column.tsx'
import type { DeskLists } from '../use-desk-lists.ts'
import { DraftCard } from './DraftCard.tsx'

/** Orders being built, each with what keeps it from being published. */
export function DraftColumn({ list }: { list: DeskLists['drafts'] }) {
  const { t } = useTranslation('desk')
  const drafts = list.data?.pages.flatMap(({ items }) => items) ?? []
  const nothing = (
    <EmptyState icon="note" title={t('drafts.empty')}>
      {t('drafts.empty.why')}
    </EmptyState>
  )
  return (
    <Column name="drafts" list={list} empty={nothing} note={t('drafts.note')}>
      {drafts.map((card) => (
        <DraftCard key={card.id} card={card} />
      ))}
    </Column>
  )
}
