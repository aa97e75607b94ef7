import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OrderCard } from '@dj/shared/build/order/order.schema.ts'
import { Age } from '../../platform/ui/time/DateText.tsx'
import { Light } from '../../platform/ui/mark/Light.tsx'
import { TierMark } from '../../build/marks/TierMark.tsx'
import { Until } from '../../build/marks/Until.tsx'

const sinceOf = (state: OrderCard['state']) =>
  state === 'open' || state === 'claimed' || state === 'delivered' ? state : 'other'

export function HandCard({ card }: { card: OrderCard }) {
  const { t } = useTranslation(['desk', 'domain'])
  return (
    <li className="desk-row" data-row={card.id}>
      <TierMark tier={card.tier} />
      <div className="desk-row__body">
        <Link to="/orders/$id" params={{ id: card.id }} className="desk-row__title" data-open>
          {card.title}
        </Link>
        <p className="desk-row__origin">
          {[card.number, card.holders.length > 0 ? card.holders.join('、') : t('hand.nobody')].join(' · ')}
        </p>
        <div className="desk-row__facts">
          {card.light === null ? <span>{t(`domain:orderState.${card.state}`)}</span> : <Light colour={card.light} />}
          <span>{t('hand.places', { taken: card.placesTaken, places: card.places })}</span>
          <span>
            {t(`hand.since.${sinceOf(card.state)}`)} <Age value={card.unclaimedSince ?? card.stateSince} />
          </span>
          {card.deadline !== null && <Until deadline={card.deadline} />}
        </div>
      </div>
    </li>
  )
}
