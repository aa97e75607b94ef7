import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OrderCard as Card } from '@dj/shared/build/order/order.schema.ts'
import { useMe } from '../../../county/session/session.queries.ts'
import { useCategoryName } from '../../../county/settings/settings.queries.ts'
import { Chip } from '../../../platform/ui/button/Chip.tsx'
import { Age, DateText } from '../../../platform/ui/time/DateText.tsx'
import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import { Light } from '../../../platform/ui/mark/Light.tsx'
import { TierMark } from '../../marks/TierMark.tsx'
import { Until } from '../../marks/Until.tsx'
import { ended } from '../ended.ts'

/** One order in four lines: what, whose, what is free or who holds it, and why it is shown to me. */
export function OrderCard({ order, showState }: { order: Card; showState: boolean }) {
  const { t } = useTranslation(['orders', 'domain'])
  const categoryName = useCategoryName()
  return (
    <li className="order-card">
      <h2 className="order-card__title">
        <Link to="/orders/$id" params={{ id: order.id }}>
          {order.title}
        </Link>
      </h2>
      <div className="order-card__line">
        <TierMark tier={order.tier} />
        <p className="facts">
          <span>{order.owner.name}</span>
          <span>{categoryName(order.category)}</span>
        </p>
        {order.myClaimId !== null && <Chip>{t('card.mine')}</Chip>}
        {showState && <Chip>{t(`domain:orderState.${order.state}`)}</Chip>}
      </div>
      {order.state === 'open' ? (
        <Free order={order} />
      ) : ended.includes(order.state) ? (
        <Over order={order} />
      ) : (
        <Held order={order} />
      )}
      <div className="order-card__line order-card__line--quiet">
        <Why order={order} />
      </div>
    </li>
  )
}

/** Until when others have to finish is no business of whoever looks for something to take up; the order's own days are. */
function Free({ order }: { order: Card }) {
  const { t } = useTranslation('orders')
  return (
    <p className="facts order-card__line">
      <span>{t('card.places', { taken: order.placesTaken, places: order.places })}</span>
      {order.mode !== 'either' && <span>{t(`card.mode.${order.mode}`)}</span>}
      <span>
        {order.claimBy === null ? (
          t('card.claimAnyTime')
        ) : (
          <>
            {t('card.claimBy')} <DateText value={order.claimBy} />
          </>
        )}
      </span>
      {order.dueOn !== null && (
        <span>
          {t('card.due')} <DateText value={order.dueOn} />
        </span>
      )}
    </p>
  )
}

/** Nobody holds what is over; when it ended is what is left to say. */
function Over({ order }: { order: Card }) {
  const { t } = useTranslation('orders')
  return (
    <p className="facts order-card__line">
      <span>
        {t('standing.ended')} <DateText value={order.stateSince} />
      </span>
    </p>
  )
}

function Held({ order }: { order: Card }) {
  const { t } = useTranslation('orders')
  return (
    <div className="order-card__line">
      {order.light !== null && <Light colour={order.light} />}
      <p className="facts">
        <span>
          {order.holders.length === 0 ? t('card.noHolder') : t('card.holders', { who: order.holders.join(t('and')) })}
        </span>
        {order.deadline !== null && <Until deadline={order.deadline} />}
      </p>
    </div>
  )
}

/** Why it is recommended, in words; otherwise how many asked for it, and since when it waits. */
function Why({ order }: { order: Card }) {
  const { t } = useTranslation('orders')
  const mine = useMe().person.skills
  if (order.reasons.length > 0) {
    const skills = order.skills.filter((skill) => mine.includes(skill)).join(t('and'))
    const words = order.reasons.map((reason) => t(`reason.${reason}`, { skills })).join(t('reason.and'))
    return (
      <>
        <Icon name="star" size={16} />
        <p>{words}</p>
      </>
    )
  }
  return (
    <p className="facts">
      {order.seconds > 0 && <span>{t('card.seconds', { count: order.seconds })}</span>}
      <span>
        {t('card.since')} <Age value={order.openedAt ?? order.stateSince} />
      </span>
    </p>
  )
}
