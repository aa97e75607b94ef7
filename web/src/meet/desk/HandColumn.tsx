import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OrderCard } from '@dj/shared/build/order/order.schema.ts'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { Column } from './Column.tsx'
import type { DeskPlace } from './desk.queries.ts'
import type { DeskLists } from './use-desk-lists.ts'
import { HandCard } from './HandCard.tsx'

// Red first, then yellow; then what nobody has taken, longest waiting first; then what runs well.
const rank = (card: OrderCard) =>
  card.light === 'red' ? 0 : card.light === 'yellow' ? 1 : card.state === 'open' && card.placesTaken === 0 ? 2 : 3
const byTrouble = (a: OrderCard, b: OrderCard) => rank(a) - rank(b) || a.stateSince.localeCompare(b.stateSince)

/** Orders in hand: who holds them, until when, and which need a call. */
export function HandColumn({ list, desk }: { list: DeskLists['hand']; desk: DeskPlace }) {
  const { t } = useTranslation('desk')
  const cards = list.data?.pages.flatMap(({ items }) => items) ?? []
  const nothing = (
    <EmptyState icon="library" title={t('hand.empty')}>
      {t('hand.empty.why')}
    </EmptyState>
  )
  const all = (
    <Link to="/orders" search={{ under: desk.id, state: 'live' }} className="column__all">
      {t('hand.all')}
    </Link>
  )
  return (
    <Column name="hand" list={list} empty={nothing} note={t('hand.note')} foot={all}>
      {cards.toSorted(byTrouble).map((card) => (
        <HandCard key={card.id} card={card} />
      ))}
    </Column>
  )
}
